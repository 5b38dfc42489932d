package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadPhase;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings uploads on that a crash left standing: at the start, and every minute. */
@Singleton
public class UploadUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadUpkeep.class);

    private final TenantWork work;
    private final Tenants tenants;
    private final Uploads uploads;
    private final Beginnings beginnings;
    private final Intake intake;
    private final StoreUpload store;
    private final IntakeBook book;
    private final StoredBytes room;
    private final EndParts parts;
    private volatile Map<UploadPhase, Long> underWay = Map.of();

    @Inject
    public UploadUpkeep(
            TenantWork work,
            Tenants tenants,
            Uploads uploads,
            Beginnings beginnings,
            Intake intake,
            StoreUpload store,
            IntakeBook book,
            StoredBytes room,
            EndParts parts) {
        this.work = work;
        this.tenants = tenants;
        this.uploads = uploads;
        this.beginnings = beginnings;
        this.intake = intake;
        this.store = store;
        this.book = book;
        this.room = room;
        this.parts = parts;
    }

    public void run() {
        List<UploadId> held = intake.held(); // before the rows: a part never comes before its row
        Set<UploadId> open = new HashSet<>();
        Map<UploadPhase, Long> phases = new EnumMap<>(UploadPhase.class);
        for (TenantId tenant : tenants.all()) {
            // first, because one may become an upload in between, and never the other way round
            work.as(tenant, () -> beginnings.all(tenant)).stream()
                    .map(Beginning::upload)
                    .forEach(open::add);
            List<Upload> underWay = work.as(tenant, () -> uploads.underWay(tenant));
            underWay.stream().map(Upload::id).forEach(open::add);
            underWay.forEach(upload -> phases.merge(upload.state().phase(), 1L, Long::sum));
            underWay.stream().filter(this::whole).forEach(upload -> finish(tenant, upload));
        }
        this.underWay = Map.copyOf(phases);
        book.keepOnly(open);
        room.keepOnly(open);
        parts.run();
        held.stream().filter(part -> !open.contains(part)).forEach(this::sweep);
    }

    /** How many uploads of all tenants were in this phase at the last look. */
    long underWay(UploadPhase phase) {
        return underWay.getOrDefault(phase, 0L);
    }

    private boolean whole(Upload upload) {
        return upload.state() instanceof UploadState.Verifying || intake.holds(upload.id(), upload.bytes());
    }

    private void finish(TenantId tenant, Upload upload) {
        try {
            if (hasRoom(tenant, upload)) {
                LOG.info("upload {} was left unchecked: {}", upload.id(), store.run(tenant, upload.id()));
            }
        } catch (RuntimeException e) {
            // one that cannot be checked must not keep the others waiting; it is tried again
            LOG.error("upload {} could not be checked", upload.id(), e);
        }
    }

    /** All of it may be here before anybody asked whether there is room for it: it came while it was being made. */
    private boolean hasRoom(TenantId tenant, Upload upload) {
        return !(upload.state() instanceof UploadState.Requested) || work.as(tenant, () -> room.begins(tenant, upload));
    }

    private void sweep(UploadId part) {
        LOG.info("bytes of upload {}, which nobody expects, are thrown away", part);
        intake.forget(part);
    }
}
