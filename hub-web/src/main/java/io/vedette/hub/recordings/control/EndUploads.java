package io.vedette.hub.recordings.control;

import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What was expected from an agent that was revoked will not come, and what is on its way is not wanted. */
@Singleton
public class EndUploads {
    private static final int AT_ONCE = 100;

    private final TenantWork work;
    private final Uploads uploads;
    private final CancelUpload cancel;

    @Inject
    public EndUploads(TenantWork work, Uploads uploads, CancelUpload cancel) {
        this.work = work;
        this.uploads = uploads;
        this.cancel = cancel;
    }

    /** Outside any transaction. */
    public void of(AgentRef agent) {
        List<Upload> some;
        do {
            some = work.as(agent.tenant(), () -> {
                List<Upload> next = uploads.expectedFrom(agent.tenant(), agent.agent(), AT_ONCE);
                next.forEach(upload -> cancel.now(agent.tenant(), upload.id()));
                return next;
            });
        } while (some.size() == AT_ONCE);
    }
}
