/**
 * How the hub ends: told to stop (SIGTERM, SIGINT), it takes no new work, lets go of its sockets, finishes what it is
 * answering, waits until that has left the machine, and only then lets the server end.
 */
@NullMarked
package io.vedette.hub.platform.stop;

import org.jspecify.annotations.NullMarked;
