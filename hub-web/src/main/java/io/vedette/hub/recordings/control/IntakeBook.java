package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.IntakeProgress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the uploads that receive bytes right now: tells watchers at once, and writes the row once a second at most. */
@Singleton
public class IntakeBook implements IntakeProgress {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeBook.class);
    private static final long ROW_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final TenantWork work;
    private final Uploads uploads;
    private final UploadNews news;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<UploadId, Page> pages = new ConcurrentHashMap<>();

    /** @param rowAt nanoseconds, monotonic, of the last write of the row */
    private record Page(TenantId tenant, UploadProgress start, long rowAt) {}

    @Inject
    IntakeBook(TenantWork work, Uploads uploads, UploadNews news, Clock clock) {
        this(work, uploads, news, clock, System::nanoTime);
    }

    IntakeBook(TenantWork work, Uploads uploads, UploadNews news, Clock clock, LongSupplier nanos) {
        this.work = work;
        this.uploads = uploads;
        this.news = news;
        this.clock = clock;
        this.nanos = nanos;
    }

    void open(TenantId tenant, Upload upload) {
        pages.computeIfAbsent(
                upload.id(), id -> new Page(tenant, UploadProgress.of(upload), nanos.getAsLong() - ROW_EVERY));
    }

    /** Forgets all but these. */
    void keepOnly(Set<UploadId> open) {
        pages.keySet().retainAll(open);
    }

    @Override
    public void reached(UploadId upload, long offset) {
        Page page = pages.get(upload);
        if (page == null) {
            return;
        }
        UploadProgress start = page.start();
        news.tell(new UploadProgress(
                upload,
                start.recording(),
                start.agent(),
                start.fromVault(),
                new UploadState.Uploading(offset),
                offset,
                start.bytes(),
                start.wish()));
        long now = nanos.getAsLong();
        if (now - page.rowAt() >= ROW_EVERY) {
            pages.replace(upload, page, new Page(page.tenant(), start, now));
            write(page.tenant(), upload, offset);
        }
    }

    private void write(TenantId tenant, UploadId upload, long offset) {
        try {
            work.run(
                    tenant,
                    () -> uploads.lock(tenant, upload)
                            .filter(row -> !(row.state() instanceof UploadState.Verifying))
                            .ifPresent(row -> row.reached(offset, clock.instant())));
        } catch (RuntimeException e) {
            // the bytes are in their file whatever the row says; the next write brings it up
            LOG.warn("the progress of upload {} could not be written", upload, e);
        }
    }
}
