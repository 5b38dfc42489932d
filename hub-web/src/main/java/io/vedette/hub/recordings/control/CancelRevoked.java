package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls off what somebody asked for and may ask for no longer: when access in a tenant became less, each upload under way is
 * asked about again in the name of whoever wants it. What the agent sends by its own rule goes on.
 */
@Singleton
public class CancelRevoked {
    private static final Logger LOG = LoggerFactory.getLogger(CancelRevoked.class);

    private final TenantWork work;
    private final Members members;
    private final VisibleCameras visible;
    private final Uploads uploads;
    private final CancelUpload cancel;

    @Inject
    public CancelRevoked(
            TenantWork work, Members members, VisibleCameras visible, Uploads uploads, CancelUpload cancel) {
        this.work = work;
        this.members = members;
        this.visible = visible;
        this.uploads = uploads;
        this.cancel = cancel;
    }

    public void listen(AccessNews news) {
        news.onLess(this::look);
    }

    /** A fault here must not be taken for one of the change that was made: that is committed. */
    private void look(TenantId tenant) {
        try {
            work.run(
                    tenant,
                    () -> uploads.underWay(tenant).stream()
                            .filter(upload -> upload.requestedBy()
                                    .filter(who -> !mayAsk(tenant, who, upload))
                                    .isPresent())
                            .forEach(upload -> callOff(tenant, upload)));
        } catch (RuntimeException e) {
            LOG.error("uploads of those who may do less now could not be looked at", e);
        }
    }

    private boolean mayAsk(TenantId tenant, Subject who, Upload upload) {
        Viewer viewer = members.viewer(tenant, who);
        return visible.allows(viewer, upload.camera(), Action.REQUEST_UPLOAD);
    }

    private void callOff(TenantId tenant, Upload upload) {
        LOG.info("upload {} is called off: whoever asked for it may do so no longer", upload.id());
        cancel.now(tenant, upload.id());
    }
}
