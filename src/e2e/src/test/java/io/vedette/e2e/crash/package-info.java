/**
 * What is left after an agent died or the hub was away.
 */
@NullMarked
package io.vedette.e2e.crash;

import org.jspecify.annotations.NullMarked;
