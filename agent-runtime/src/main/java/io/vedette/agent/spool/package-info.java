/**
 * What the edge keeps: recordings as plain files, an index and the outbox of events in SQLite beside them.
 *
 * <p>Files and rows obey numbered {@linkplain io.vedette.agent.spool.Invariant invariants}, restored at every start and
 * proven by {@code vedette-agent check}. The order of writes that makes this possible is in
 * {@link io.vedette.agent.spool.OpenRecording} (create) and {@link io.vedette.agent.spool.Removal} (delete).
 *
 * <p>Everybody at the edge may come in. FFmpeg, sockets and the idea of motion must never be here.
 */
@NullMarked
package io.vedette.agent.spool;

import org.jspecify.annotations.NullMarked;
