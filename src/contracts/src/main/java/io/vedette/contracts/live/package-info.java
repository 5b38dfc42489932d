/**
 * Live pictures on the wire: agent to hub and hub to browser speak the same binary frame, so that the hub passes
 * payloads on untouched. Fragments are fragmented MP4 (ISO/IEC 14496-12, section 8.8); the hub never looks inside.
 */
@NullMarked
package io.vedette.contracts.live;

import org.jspecify.annotations.NullMarked;
