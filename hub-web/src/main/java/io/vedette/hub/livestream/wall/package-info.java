/**
 * The pages with live pictures: the wall and the single picture. What happens inside a tile is the player's and the relay's matter.
 * Shows a tile only for a camera that may be watched live.
 */
@NullMarked
package io.vedette.hub.livestream.wall;

import org.jspecify.annotations.NullMarked;
