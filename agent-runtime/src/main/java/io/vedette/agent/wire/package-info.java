/**
 * How bytes get to the hub: its address, one small HTTP/1.1 request, one WebSocket. Every call has a limit for connecting,
 * for silence and in total, and can be ended at once from another thread; certificates and host names are always checked.
 * No meaning lives here: what is said, when and how often again is for {@code link}, {@code upload} and {@code live}.
 * The JDK's own HTTP client stays out: it costs 29 MB of memory at the edge, and {@code HttpURLConnection} knows no PATCH.
 */
@NullMarked
package io.vedette.agent.wire;

import org.jspecify.annotations.NullMarked;
