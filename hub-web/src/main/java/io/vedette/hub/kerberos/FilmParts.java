package io.vedette.hub.kerberos;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.media.FileScan;
import io.vedette.contracts.media.ForeignScan;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.AppendLimits;
import io.vedette.vault.intake.Appending;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.intake.Finishing;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.UploadPlan;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The bytes of films that are coming in, in a folder of their own beside the hub's blobs, so that a whole one moves over without
 * being copied. {@link BlobStoreFault} when the disk fails.
 */
@Singleton
public class FilmParts {
    static final long MOST_BYTES = 1L << 30;
    /** How long nothing of a film may come; its sender begins again then. */
    private static final Duration IDLE = Duration.ofHours(1);
    /** For one request; an agent may send a film in one. */
    private static final AppendLimits LIMITS = new AppendLimits(MOST_BYTES, Duration.ofMinutes(30));

    private final Intake intake;

    @Inject
    public FilmParts(HubSettings settings) {
        this(settings.vault().resolve("kerberos"));
    }

    public FilmParts(Path folder) {
        this.intake = Intake.open(folder, (upload, offset) -> {});
    }

    /** A whole film that has been looked at. */
    record Looked(FileScan scan, UploadPlan plan) {}

    long offset(UploadId upload) {
        return intake.offset(upload);
    }

    Appending append(UploadId upload, OptionalLong bytes, Chunk chunk) {
        return intake.append(upload, bytes.orElse(MOST_BYTES), chunk, LIMITS);
    }

    /** Whether what is here of it begins as a film does; of one that is shorter nobody knows. */
    boolean mayBeFilm(UploadId upload) {
        Optional<Path> file = intake.arrived(upload);
        return file.isEmpty() || FilmStart.mayBeFilm(first(upload, file.get()));
    }

    private static byte[] first(UploadId upload, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FilmStart.BYTES);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    private static BlobStoreFault unreadable(UploadId upload, IOException e) {
        return new BlobStoreFault("upload " + upload + " cannot be read", e);
    }

    /** Throws away what came behind there. */
    void back(UploadId upload, long offset) {
        var unused = intake.cut(upload, file -> offset);
    }

    /** Empty, and its bytes are gone, when it is no film. */
    Optional<Looked> look(UploadId upload) {
        var found = new AtomicReference<Optional<FileScan>>(Optional.empty());
        return intake.cut(upload, file -> {
                    found.set(scan(upload, file));
                    return found.get().map(FileScan::wholeBytes).orElse(0L);
                })
                .flatMap(plan -> found.get().map(scan -> new Looked(scan, plan)));
    }

    private static Optional<FileScan> scan(UploadId upload, Path file) {
        try {
            return ForeignScan.of(file);
        } catch (IOException e) {
            throw unreadable(upload, e);
        }
    }

    Finishing finish(UploadPlan plan) {
        return intake.finish(plan);
    }

    void forget(UploadId upload) {
        intake.forget(upload);
    }

    List<UploadId> held() {
        return intake.held();
    }

    Optional<Instant> lastByteAt(UploadId upload) {
        return intake.lastByteAt(upload);
    }

    /** Until when it may stay as it is: an hour from its last byte, or from its beginning, and no longer than its row says. */
    Instant until(KerberosUpload upload) {
        Instant idle = lastByteAt(upload.id()).orElse(upload.begunAt()).plus(IDLE);
        return idle.isBefore(upload.expiresAt()) ? idle : upload.expiresAt();
    }
}
