/**
 * Judges whoever watches a scene against what is labelled in it: found, missed, false, late. Knows the watcher only as somebody
 * who is shown pictures; comes in with {@link io.vedette.lab.judge.Judge}.
 */
@NullMarked
package io.vedette.lab.judge;

import org.jspecify.annotations.NullMarked;
