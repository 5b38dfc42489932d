/**
 * How a recording's file is read back: fragmented MP4 (ISO/IEC 14496-12) as agents write it, in whole fragments. The edge
 * cuts with it what a crash left behind, the hub what an agent did not finish sending.
 *
 * <p>Everybody may come in. Nothing here writes a file or knows FFmpeg. What is read may be damaged or hostile: every length
 * is checked before it is believed.
 */
@NullMarked
package io.vedette.contracts.media;

import org.jspecify.annotations.NullMarked;
