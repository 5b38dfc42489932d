package io.vedette.hub.recordings.control;

import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What was expected from an agent that was revoked will not come, and what is on its way is not wanted. What came whole before
 * that is kept: whoever loses a box revokes its agent.
 */
@Singleton
public class EndUploads {
    private static final int AT_ONCE = 100;

    private final TenantWork work;
    private final Uploads uploads;
    private final Intake intake;
    private final CancelUpload cancel;

    @Inject
    public EndUploads(TenantWork work, Uploads uploads, Intake intake, CancelUpload cancel) {
        this.work = work;
        this.uploads = uploads;
        this.intake = intake;
        this.cancel = cancel;
    }

    /** Outside any transaction. */
    public void of(AgentRef agent) {
        int whole = 0; // those stay, and are found again each time
        int most;
        List<Upload> next;
        do {
            most = whole + AT_ONCE;
            int now = most;
            next = work.as(agent.tenant(), () -> {
                List<Upload> some = uploads.expectedFrom(agent.tenant(), agent.agent(), now);
                some.stream()
                        .filter(upload -> !whole(upload))
                        .forEach(upload -> cancel.now(agent.tenant(), upload.id()));
                return some;
            });
            whole = (int) next.stream().filter(this::whole).count();
        } while (next.size() == most);
    }

    private boolean whole(Upload upload) {
        return intake.holds(upload.id(), upload.bytes());
    }
}
