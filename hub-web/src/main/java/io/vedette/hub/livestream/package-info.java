/**
 * Live pictures: sockets for publishers and viewers, who may watch, for how long. The relay itself is {@code relay} beneath
 * and knows none of this. Whoever wants to watch comes through {@code OpenLiveView}; {@code LiveGuard} asks again for as
 * long as they do. See the guide on live view.
 */
@NullMarked
package io.vedette.hub.livestream;

import org.jspecify.annotations.NullMarked;
