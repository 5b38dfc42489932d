/**
 * FFmpeg's raw interface, for reading a camera's stream, decoding pictures to be watched for motion, encoding those that no
 * recording can hold, and making a JPEG of one.
 *
 * <p>Only {@code agent.camera} comes in. All of it runs on platform threads, because native calls hold their carrier.
 * No timestamp leaves without having been through {@code agent.pipeline}; no address or password reaches a log.
 */
@NullMarked
package io.vedette.agent.camera.ffmpeg;

import org.jspecify.annotations.NullMarked;
