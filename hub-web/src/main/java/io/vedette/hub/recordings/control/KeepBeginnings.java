package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.media.FileScan;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.UploadPlan;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes recordings of beginnings of which no more comes: the box was taken, broke, or was cut off. What came is cut after its
 * last whole fragment and goes the way of every upload. Should the agent come back with the whole of it, that is taken as well,
 * and the beginning goes when the vault has it. Outside any transaction.
 */
@Singleton
public class KeepBeginnings {
    private static final Logger LOG = LoggerFactory.getLogger(KeepBeginnings.class);
    /** A flush every two seconds and a line that comes back within a minute would not be missed. */
    private static final Duration AWAY = Duration.ofMinutes(2);
    /** With the agent here: its line may be narrow, or our disk full. */
    private static final Duration SILENT = Duration.ofHours(1);

    private final TenantWork work;
    private final Tenants tenants;
    private final Beginnings beginnings;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Intake intake;
    private final BlobStore store;
    private final AgentLinks links;
    private final Clock clock;

    @Inject
    public KeepBeginnings(
            TenantWork work,
            Tenants tenants,
            Beginnings beginnings,
            Recordings recordings,
            Uploads uploads,
            Intake intake,
            BlobStore store,
            AgentLinks links,
            Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.beginnings = beginnings;
        this.recordings = recordings;
        this.uploads = uploads;
        this.intake = intake;
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    /** To be called every minute, before the upkeep of uploads, which brings on what is begun here. */
    public void run() {
        for (TenantId tenant : tenants.all()) {
            List<Beginning> quiet = work.as(tenant, () -> beginnings.all(tenant)).stream()
                    .filter(this::quiet)
                    .toList();
            quiet.forEach(one -> guarded(one, () -> now(one)));
            work.as(tenant, () -> beginnings.superseded(tenant))
                    .forEach(part -> guarded(part.id(), () -> drop(tenant, part)));
        }
    }

    private boolean quiet(Beginning one) {
        Instant last = intake.lastByteAt(one.upload()).orElse(one.noticedAt());
        Duration silence = Duration.between(last, clock.instant());
        return silence.compareTo(links.online(one.agent()) ? SILENT : AWAY) >= 0;
    }

    /** One that fails must not keep the others waiting; it is tried again. */
    private static void guarded(Object what, Runnable keeping) {
        try {
            keeping.run();
        } catch (RuntimeException e) {
            LOG.error("the beginning {} could not be looked after", what, e);
        }
    }

    /** Nothing more of it is expected. */
    void now(Beginning one) {
        var found = new AtomicReference<Optional<FileScan>>(Optional.empty());
        Optional<UploadPlan> cut = intake.cut(one.upload(), file -> {
            found.set(scan(one, file));
            return found.get().map(FileScan::wholeBytes).orElse(0L);
        });
        work.run(one.tenant(), () -> {
            if (!beginnings.end(one.tenant(), one.upload())) {
                return; // its end was reported meanwhile: the upload goes on behind the last whole fragment
            }
            cut.ifPresent(plan -> record(one, found.get().orElseThrow(), plan));
        });
    }

    private void record(Beginning one, FileScan scan, UploadPlan plan) {
        Instant now = clock.instant();
        Recording kept = Recording.ofBeginning(one, scan, plan.sha256().hex(), now);
        recordings.add(one.tenant(), kept);
        uploads.add(one.tenant(), new Upload(one.upload(), kept, Optional.empty(), now));
        LOG.info(
                "no more came of recording {}: its first {} ms are kept as {}",
                one.recording(),
                scan.durationMs(),
                kept.id());
    }

    private static Optional<FileScan> scan(Beginning one, Path file) {
        try {
            return FileScan.of(file);
        } catch (IOException e) {
            throw new BlobStoreFault("the beginning of recording " + one.recording() + " cannot be read", e);
        }
    }

    /** The bytes first: what is left of it after a stop in between is found again by its row. */
    private void drop(TenantId tenant, Recording part) {
        store.delete(part.fileKey());
        work.run(tenant, () -> beginnings.drop(tenant, part.id()));
        LOG.info("the beginning {} goes: the vault has the whole recording", part.id());
    }
}
