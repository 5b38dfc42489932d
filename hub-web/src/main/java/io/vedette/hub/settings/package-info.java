/**
 * What an owner sees and decides about the organisation as a whole: what it may use and does use. Each feature counts its own use;
 * this room only puts the figures side by side.
 */
@NullMarked
package io.vedette.hub.settings;

import org.jspecify.annotations.NullMarked;
