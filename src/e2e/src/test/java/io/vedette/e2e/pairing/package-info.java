/**
 * How strangers at the edge become agents, and how they do not.
 */
@NullMarked
package io.vedette.e2e.pairing;

import org.jspecify.annotations.NullMarked;
