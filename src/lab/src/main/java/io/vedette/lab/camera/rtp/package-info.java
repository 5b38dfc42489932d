/**
 * Access units as RTP packets and the sender reports that go with them (RFC 3550, 6184, 3640). Pure bytes in, bytes out; no
 * sockets, no threads.
 */
@NullMarked
package io.vedette.lab.camera.rtp;

import org.jspecify.annotations.NullMarked;
