package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what was wanted until a moment that has passed: an agent that stays away would leave it open for ever. By the hub's clock. */
@Singleton
public class EndLate {
    private static final Logger LOG = LoggerFactory.getLogger(EndLate.class);
    /** Of a tenant; the others follow at the next look. */
    private static final int AT_ONCE = 2_000;

    private final TenantWork work;
    private final Tenants tenants;
    private final Uploads uploads;
    private final CancelUpload cancel;
    private final Clock clock;

    @Inject
    public EndLate(TenantWork work, Tenants tenants, Uploads uploads, CancelUpload cancel, Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.uploads = uploads;
        this.cancel = cancel;
        this.clock = clock;
    }

    /** To be called every minute, outside any transaction. */
    public void run() {
        Instant now = clock.instant();
        for (TenantId tenant : tenants.all()) {
            work.as(tenant, () -> uploads.late(tenant, now, AT_ONCE)).forEach(upload -> end(tenant, upload, now));
        }
    }

    private void end(TenantId tenant, UploadId upload, Instant now) {
        try {
            if (work.as(tenant, () -> cancel.late(tenant, upload, now))) {
                LOG.info("upload {} did not come in time", upload);
            }
        } catch (RuntimeException e) {
            // one that cannot be ended must not keep the others open; it is tried again
            LOG.error("upload {}, which is late, could not be ended", upload, e);
        }
    }
}
