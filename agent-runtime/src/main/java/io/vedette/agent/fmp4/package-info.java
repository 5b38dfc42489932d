/**
 * Fragmented MP4 (ISO/IEC 14496-12) written in plain Java: the one form in which pictures leave this agent, to
 * the disk, to the ring and to live viewers. Files of it are read back in {@code io.vedette.contracts.media}.
 *
 * <p>Everybody at the edge may come in. Nothing here opens a socket, knows FFmpeg or reads a clock. What is read may be
 * damaged or hostile: every length is checked before it is believed.
 */
@NullMarked
package io.vedette.agent.fmp4;

import org.jspecify.annotations.NullMarked;
