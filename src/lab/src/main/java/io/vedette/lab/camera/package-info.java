/**
 * The RTSP test camera: plays a clip on one endless clock to any number of clients, which can neither rewind nor stop it, and
 * makes trouble when told to. {@link io.vedette.lab.camera.TestCamera} is the door; {@code rtp}
 * packs the media. The JDK alone, no FFmpeg: the camera and what tests it must not share a mistake.
 */
@NullMarked
package io.vedette.lab.camera;

import org.jspecify.annotations.NullMarked;
