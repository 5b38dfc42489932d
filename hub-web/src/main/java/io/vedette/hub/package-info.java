/**
 * The hub. One package per feature; {@code platform} is the technical floor all of them stand on and knows none of them.
 */
@NullMarked
package io.vedette.hub;

import org.jspecify.annotations.NullMarked;
