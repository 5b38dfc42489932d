package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.media.FileScan;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.UploadPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where what came of a recording ends when no more comes: with its last whole fragment. Outside any transaction. */
final class LastFragment {
    private final Intake intake;

    LastFragment(Intake intake) {
        this.intake = intake;
    }

    /** What is left, as a file of its own. */
    record Left(FileScan scan, UploadPlan plan) {}

    /** Cuts off what is behind it. May be asked again; empty, and nothing is here any more, when there is no whole one. */
    Optional<Left> endsAt(UploadId upload) {
        var found = new AtomicReference<Optional<FileScan>>(Optional.empty());
        return intake.cut(upload, file -> {
                    found.set(scan(upload, file));
                    return found.get().map(FileScan::wholeBytes).orElse(0L);
                })
                .map(plan -> new Left(found.get().orElseThrow(), plan));
    }

    /** Once it is written down: a piece that was let in before, and only began to be written then, is not part of it. */
    void nothingFollows(Left left) {
        intake.cut(left.plan().upload(), file -> left.plan().bytes());
    }

    private static Optional<FileScan> scan(UploadId upload, Path file) {
        try {
            return FileScan.of(file);
        } catch (IOException e) {
            throw new BlobStoreFault("what came of upload " + upload + " cannot be read", e);
        }
    }
}
