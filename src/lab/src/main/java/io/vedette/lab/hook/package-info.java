/**
 * A webhook of somebody else's, for tests. Knows the events of the contracts, and nothing of who sends them.
 */
@NullMarked
package io.vedette.lab.hook;

import org.jspecify.annotations.NullMarked;
