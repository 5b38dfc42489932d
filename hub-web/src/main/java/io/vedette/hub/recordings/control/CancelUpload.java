package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Calls an upload off: the row, the running PATCH and its bytes, the agent. What is over stays as it ended. */
@Singleton
public class CancelUpload {
    private final TenantWork work;
    private final Uploads uploads;
    private final VisibleCameras visible;
    private final Intake intake;
    private final AgentLinks links;
    private final GrantUploads grants;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public CancelUpload(
            TenantWork work,
            Uploads uploads,
            VisibleCameras visible,
            Intake intake,
            AgentLinks links,
            GrantUploads grants,
            UploadNews news,
            Clock clock) {
        this.work = work;
        this.uploads = uploads;
        this.visible = visible;
        this.intake = intake;
        this.links = links;
        this.grants = grants;
        this.news = news;
        this.clock = clock;
    }

    /** How it stands now. Needs the right to ask for recordings of that camera. */
    public UploadProgress by(Viewer viewer, UploadId id) {
        visible.demand(viewer, uploads.get(viewer, id).camera(), Action.REQUEST_UPLOAD);
        return now(viewer.tenant(), id);
    }

    /** Without asking who wants it. */
    UploadProgress now(TenantId tenant, UploadId id) {
        var upload = uploads.lock(tenant, id).orElseThrow();
        if (upload.cancelled(clock.instant())) {
            work.note(Deed.of(DeedKind.UPLOAD_CANCELLED, "recording", upload.recording(), "")
                    .camera(upload.camera().value()));
            callOff(upload);
        }
        return UploadProgress.of(upload);
    }

    /**
     * It was of use until now. False when it is over, is wanted for longer by somebody else, or all of it is here: that is stored
     * all the same.
     */
    boolean late(TenantId tenant, UploadId id, Instant now) {
        var upload = uploads.lock(tenant, id).orElseThrow();
        boolean whole = upload.state() instanceof UploadState.Verifying || intake.holds(id, upload.bytes());
        if (whole || !upload.late(now) || !upload.failed(UploadFailure.LATE, "", now)) {
            return false;
        }
        callOff(upload);
        return true;
    }

    private void callOff(Upload upload) {
        var progress = UploadProgress.of(upload);
        work.afterCommit(() -> {
            if (grants.told(
                    progress.upload())) { // an agent's link holds only so many messages, and a time has thousands
                links.send(progress.agent(), new FromHub.UploadCancel(progress.upload()));
            }
            intake.cancel(progress.upload());
            news.tell(progress);
        });
    }
}
