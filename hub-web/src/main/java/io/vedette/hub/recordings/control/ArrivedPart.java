package io.vedette.hub.recordings.control;

import io.vedette.contracts.media.FileScan;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is here of a recording that is on its way: its whole fragments are a file that plays, while the rest comes. Their hash is not
 * compared yet; that is done when all of it is here.
 */
@Singleton
public class ArrivedPart {
    private final TenantWork work;
    private final Uploads uploads;
    private final Intake intake;

    @Inject
    public ArrivedPart(TenantWork work, Uploads uploads, Intake intake) {
        this.work = work;
        this.uploads = uploads;
        this.intake = intake;
    }

    /** @param bytes up to the end of the last whole fragment, {@code duration} of pictures */
    public record Playable(long bytes, Duration duration) {}

    /** Empty while not even one fragment is here. Reads the heads of all that are. */
    public Optional<Playable> of(Recording recording) {
        return file(recording).flatMap(ArrivedPart::scan);
    }

    private static Optional<Playable> scan(Path file) {
        try {
            return FileScan.of(file).map(scan -> new Playable(scan.wholeBytes(), Duration.ofMillis(scan.durationMs())));
        } catch (IOException gone) {
            return Optional.empty(); // it is over, or was begun anew, this moment
        }
    }

    /** The file, if so many bytes of the recording are here and not in the vault. It goes when the upload is over. */
    public Optional<Path> holding(Recording recording, long bytes) {
        return underWay(recording)
                .filter(upload -> intake.holds(upload.id(), bytes))
                .flatMap(upload -> intake.arrived(upload.id()));
    }

    private Optional<Path> file(Recording recording) {
        return underWay(recording).flatMap(upload -> intake.arrived(upload.id()));
    }

    private Optional<Upload> underWay(Recording recording) {
        return work.as(recording.tenant(), () -> uploads.findUnderWay(recording.tenant(), recording.id()));
    }
}
