/**
 * Taking in uploads that may be cut and resumed: the server's half of tus 1.0 (tus.io, core and termination), without HTTP and
 * without a database. A folder holds one {@code <upload>.part} per upload; its length is the offset, and that is all the state there
 * is. Who may upload, and what, is decided by the caller, who gives the {@link io.vedette.vault.intake.UploadPlan} on each call.
 *
 * <p>Sync: at the end of every append, at completion, and of the folder when a part is made or removed. A power cut can take back
 * no more than the append that was running; the client is then told a smaller offset and sends again.
 * One process owns the folder: writers are kept apart in memory.
 */
@NullMarked
package io.vedette.vault.intake;

import org.jspecify.annotations.NullMarked;
