package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.agents.EdgeRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.LastFragment.Left;
import io.vedette.hub.recordings.control.StoreUpload.Verdict;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was expected from an agent that was revoked will not come, and what is on its way is not wanted. What came before that is
 * kept, whole or up to its last whole fragment: whoever loses a box revokes its agent.
 */
@Singleton
public class EndUploads {
    private static final Logger LOG = LoggerFactory.getLogger(EndUploads.class);
    private static final int AT_ONCE = 100;
    /** All of it is here, or somebody finds out. */
    private static final Set<Verdict> WHOLE = Set.of(Verdict.STORED, Verdict.WAITING, Verdict.RUNNING);

    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Intake intake;
    private final CancelUpload cancel;
    private final ChangeSender change;
    private final StoreUpload store;
    private final Clock clock;
    private final LastFragment last;

    @Inject
    public EndUploads(
            TenantWork work,
            Recordings recordings,
            Uploads uploads,
            Intake intake,
            CancelUpload cancel,
            ChangeSender change,
            StoreUpload store,
            Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.intake = intake;
        this.cancel = cancel;
        this.change = change;
        this.store = store;
        this.clock = clock;
        this.last = new LastFragment(intake);
    }

    /** Outside any transaction. */
    public void of(EdgeRef agent) {
        Set<UploadId> staying = new HashSet<>();
        List<Upload> next;
        do {
            next = work
                    .as(
                            agent.tenant(),
                            () -> uploads.expectedFrom(agent.tenant(), agent.agent(), staying.size() + AT_ONCE))
                    .stream()
                    .filter(upload -> !staying.contains(upload.id()))
                    .toList();
            next.stream().filter(upload -> stays(agent.tenant(), upload)).forEach(upload -> staying.add(upload.id()));
        } while (!next.isEmpty());
    }

    /** Whether something of it is here, which goes the way of every upload from now on. */
    private boolean stays(TenantId tenant, Upload upload) {
        if (intake.holds(upload.id(), upload.bytes()) || allPartsAreThere(tenant, upload)) {
            return true;
        }
        if (change.gone(tenant, upload.id())) {
            return false; // it comes from somebody else
        }
        Optional<Left> left = last.endsAt(upload.id());
        boolean kept = work.as(tenant, () -> {
            if (left.isPresent() && keep(tenant, upload.id(), left.get())) {
                return true;
            }
            uploads.find(tenant, upload.id()).ifPresent(row -> cancel.now(tenant, row.id()));
            return false;
        });
        left.filter(some -> kept).ifPresent(last::nothingFollows);
        return kept;
    }

    /** Its agent sent all of it straight to a store, and did not come to say so. */
    private boolean allPartsAreThere(TenantId tenant, Upload upload) {
        return upload.parts().isPresent() && WHOLE.contains(store.run(tenant, upload.id()));
    }

    /** The upload becomes that of what is here, for whoever asked for all of it. */
    private boolean keep(TenantId tenant, UploadId id, Left left) {
        Optional<Upload> asked =
                uploads.lock(tenant, id).filter(row -> row.state().underWay());
        Optional<Recording> whole = asked.flatMap(row -> recordings.find(tenant, row.recording()));
        if (asked.isEmpty() || whole.isEmpty()) {
            return false; // over, or its camera was taken away meanwhile
        }
        Instant now = clock.instant();
        Recording kept = whole.get().upTo(left.scan(), left.plan().sha256().hex(), now);
        recordings.add(tenant, kept);
        uploads.drop(tenant, asked.get());
        uploads.add(
                tenant,
                new Upload(id, kept, asked.get().requestedBy(), now)
                        .wished(asked.get().wish())
                        .begunWith(kept.bytes()));
        LOG.info(
                "the agent of recording {} was revoked: its first {} ms are kept as {}",
                whole.get().id(),
                left.scan().durationMs(),
                kept.id());
        return true;
    }
}
