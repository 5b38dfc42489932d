package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The edge has a recording no more. What lies in the vault stays; what was on its way is over. */
@Singleton
public class GiveUpRecording {
    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Intake intake;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public GiveUpRecording(
            TenantWork work, Recordings recordings, Uploads uploads, Intake intake, UploadNews news, Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
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
        recording.get().goneFromEdge();
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
