package io.vedette.hub.recordings.control;

import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What was expected from an agent that was revoked will not come, and what is on its way is not wanted. */
@Singleton
public class EndUploads {
    private static final int AT_ONCE = 100;

    private final TenantWork work;
    private final Uploads uploads;
    private final Intake intake;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public EndUploads(TenantWork work, Uploads uploads, Intake intake, UploadNews news, Clock clock) {
        this.work = work;
        this.uploads = uploads;
        this.intake = intake;
        this.news = news;
        this.clock = clock;
    }

    /** Outside any transaction. */
    public void of(AgentRef agent) {
        List<Upload> some;
        do {
            some = work.as(agent.tenant(), () -> {
                List<Upload> next = uploads.expectedFrom(agent.tenant(), agent.agent(), AT_ONCE);
                next.forEach(upload -> uploads.lock(agent.tenant(), upload.id()).ifPresent(this::end));
                return next;
            });
        } while (some.size() == AT_ONCE);
    }

    private void end(Upload upload) {
        if (upload.cancelled(clock.instant())) {
            var progress = UploadProgress.of(upload);
            work.afterCommit(() -> {
                intake.cancel(upload.id());
                news.tell(progress);
            });
        }
    }
}
