/** What every WebSocket of the hub needs of its connection, whatever it is for. */
@NullMarked
package io.vedette.hub.platform.socket;

import org.jspecify.annotations.NullMarked;
