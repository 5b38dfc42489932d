package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Sender;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Somebody at the edge has a recording no more. What lies in the vault stays; what was on its way is over. */
@Singleton
public class GiveUpRecording {
    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final EdgeCopies copies;
    private final EdgeSenders senders;
    private final ChangeSender change;
    private final Intake intake;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public GiveUpRecording(
            TenantWork work,
            Recordings recordings,
            Uploads uploads,
            EdgeCopies copies,
            EdgeSenders senders,
            ChangeSender change,
            Intake intake,
            UploadNews news,
            Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.copies = copies;
        this.senders = senders;
        this.change = change;
        this.intake = intake;
        this.news = news;
        this.clock = clock;
    }

    /** Believed only of the agent that made it. Within the transaction of whoever calls. */
    void fromEdge(AgentRef agent, RecordingId id) {
        Optional<Recording> recording =
                recordings.lock(agent.tenant(), id).filter(one -> one.agent().equals(agent.agent()));
        if (recording.isEmpty()) {
            return;
        }
        Optional<Upload> open = uploads.lockUnderWay(agent.tenant(), id);
        if (open.filter(this::whole).isPresent()) {
            return; // every byte is here: the check that is about to come decides
        }
        copies.of(agent.tenant(), id).stream()
                .filter(copy -> copy.isOf(recording.get()))
                .forEach(EdgeCopy::isAlone);
        over(agent.tenant(), recording.get(), open, Set.of(agent.agent()));
    }

    /** An edge vault has its copy no more. Within the transaction of whoever calls. */
    void fromVault(VaultRef vault, RecordingId id) {
        TenantId tenant = vault.tenant();
        Optional<Recording> recording = recordings.lock(tenant, id);
        Optional<EdgeCopy> copy = copies.find(tenant, vault.agent(), id);
        if (copy.isEmpty()) {
            return;
        }
        Optional<Upload> open = uploads.lockUnderWay(tenant, id)
                .filter(upload -> upload.agent().equals(vault.agent()))
                .filter(upload -> !whole(upload));
        copies.drop(tenant, copy.get());
        if (recording.isPresent() && (copy.get().alone() || open.isPresent())) {
            over(
                    tenant,
                    recording.get(),
                    open,
                    copy.get().alone() ? Set.of(vault.agent(), recording.get().agent()) : Set.of(vault.agent()));
        }
    }

    /**
     * Unless somebody else has it: then what is on its way comes from there.
     *
     * @param without who has it no more
     */
    private void over(TenantId tenant, Recording recording, Optional<Upload> open, Set<AgentId> without) {
        Optional<Sender> left = senders.of(tenant, recording).filter(one -> !without.contains(one.id()));
        if (left.isPresent()) {
            open.filter(upload -> !upload.agent().equals(left.get().id()))
                    .ifPresent(upload -> change.to(tenant, upload, left.get()));
            return;
        }
        recording.goneFromEdge();
        open.filter(upload -> upload.gone(clock.instant()))
                .map(UploadProgress::of)
                .ifPresent(progress -> work.afterCommit(() -> {
                    intake.cancel(progress.upload());
                    news.tell(progress);
                }));
    }

    private boolean whole(Upload upload) {
        return upload.state() instanceof UploadState.Verifying || intake.holds(upload.id(), upload.bytes());
    }
}
