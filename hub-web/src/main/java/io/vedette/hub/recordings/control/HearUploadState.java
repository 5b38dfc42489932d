package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.EdgeRef;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an agent says of an upload it was asked for. Believed only of its own. */
@Singleton
public class HearUploadState {
    private static final int LONGEST_DETAIL = 300;

    private final TenantWork work;
    private final Uploads uploads;
    private final GiveUpRecording giveUp;
    private final ChangeSender change;
    private final Intake intake;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public HearUploadState(
            TenantWork work,
            Uploads uploads,
            GiveUpRecording giveUp,
            ChangeSender change,
            Intake intake,
            UploadNews news,
            Clock clock) {
        this.work = work;
        this.uploads = uploads;
        this.giveUp = giveUp;
        this.change = change;
        this.intake = intake;
        this.news = news;
        this.clock = clock;
    }

    public void message(AgentRef agent, FromAgent message) {
        if (message instanceof FromAgent.UploadState state) {
            work.run(agent.tenant(), () -> state(agent, state));
        }
    }

    /** Within a transaction. */
    void state(EdgeRef agent, FromAgent.UploadState state) {
        Optional<Upload> upload = uploads.find(agent.tenant(), state.upload())
                .filter(one -> one.agent().equals(agent.agent()));
        if (upload.isEmpty()) {
            return;
        }
        switch (state.phase()) {
            case QUEUED -> {} // it knows; bytes will tell the rest
            case GONE -> {
                switch (agent) {
                    case AgentRef one -> giveUp.fromEdge(one, upload.get().recording());
                    case VaultRef vault -> giveUp.fromVault(vault, upload.get().recording());
                }
            }
            case FAILED -> {
                if (!(agent instanceof VaultRef) || !change.backToItsAgent(agent.tenant(), state.upload())) {
                    failed(agent, state.upload(), state.detail());
                }
            }
        }
    }

    private void failed(EdgeRef agent, UploadId id, @Nullable String detail) {
        String words = HearAgents.printable(detail == null ? "" : detail).strip();
        String why = words.substring(0, Math.min(words.length(), LONGEST_DETAIL));
        uploads.lock(agent.tenant(), id)
                .filter(upload -> upload.failed(UploadFailure.EDGE, why, clock.instant()))
                .map(UploadProgress::of)
                .ifPresent(progress -> work.afterCommit(() -> {
                    intake.cancel(id);
                    news.tell(progress);
                }));
    }
}
