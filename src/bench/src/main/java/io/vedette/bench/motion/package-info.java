/** What each measure of motion detection buys: the same film, decoded and looked at in one way and in another. */
@NullMarked
package io.vedette.bench.motion;

import org.jspecify.annotations.NullMarked;
