package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An upload as programs and pages get it.
 *
 * @param state one of requested, waiting (requested, and the agent is away), no-room (under way, and the vault's disk is full
 *     or broken), quota-full (the tenant's quota of stored bytes is used up), uploading, verifying, stored, failed, cancelled, gone
 * @param percent of the bytes that are here, rounded down
 * @param over nothing more will come
 * @param deadline until when it is wanted; absent: whenever it comes
 * @param title what is so, in words, in the language of whoever asked
 * @param detail why, and what can be done
 */
public record UploadDocument(
        UploadId upload,
        RecordingId recording,
        String state,
        long received,
        long bytes,
        int percent,
        boolean over,
        UploadPriority priority,
        @Nullable Instant deadline,
        String title,
        String detail) {

    static UploadDocument of(
            UploadProgress progress, boolean agentOnline, boolean vaultRefuses, boolean quotaFull, Locale language) {
        String state = quotaFull && agentOnline && progress.state().underWay()
                ? "quota-full"
                : state(progress.state(), agentOnline, vaultRefuses);
        long received = progress.received();
        return new UploadDocument(
                progress.upload(),
                progress.recording(),
                state,
                received,
                progress.bytes(),
                (int) (100 * received / progress.bytes()),
                !progress.state().underWay(),
                progress.wish().priority(),
                progress.wish().deadline().orElse(null),
                Messages.text(language, "upload." + state + ".title"),
                detail(progress, state, language));
    }

    private static String state(UploadState state, boolean agentOnline, boolean vaultRefuses) {
        if (state instanceof UploadState.Requested && !agentOnline) {
            return "waiting";
        }
        return state.underWay() && vaultRefuses
                ? "no-room"
                : state.phase().name().toLowerCase(Locale.ROOT);
    }

    private static String detail(UploadProgress progress, String state, Locale language) {
        if (progress.state() instanceof UploadState.Failed failed) {
            return failure(failed.why(), failed.detail(), language);
        }
        boolean vault = progress.fromVault() && progress.state().underWay();
        if (vault && state.equals("waiting")) {
            return Messages.text(language, "upload.waiting.vault.detail");
        }
        String detail = Messages.text(
                language,
                "upload." + state + ".detail",
                Wording.size(progress.received(), language),
                Wording.size(progress.bytes(), language));
        return vault ? detail + " " + Messages.text(language, "upload.from-vault") : detail;
    }

    private static String failure(UploadFailure why, String detail, Locale language) {
        return switch (why) {
            case MISMATCH -> Messages.text(language, "upload.failure.mismatch");
            case VAULT -> Messages.text(language, "upload.failure.vault");
            case LATE -> Messages.text(language, "upload.failure.late");
            case EDGE ->
                detail.isEmpty()
                        ? Messages.text(language, "upload.failure.edge.silent")
                        : Messages.text(language, "upload.failure.edge", detail);
        };
    }

    /** Something moves, or waits to. */
    public boolean moving() {
        return !over;
    }
}
