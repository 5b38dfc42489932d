package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.RoleNews;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.recordings.entity.UploadPhase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelRevokedTest {
    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        scene.ownerRow();
        new CancelRevoked(
                        scene.work,
                        new Members(scene.work, new Roles(scene.work, new RoleNews()), scene.clock),
                        scene.visible,
                        scene.uploads,
                        scene.cancelling)
                .listen(scene.access);
    }

    @Test
    void whatSomebodyAskedForIsCalledOffWithTheirRightToAsk() {
        GrantId grant = scene.give(Action.REQUEST_UPLOAD);
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        List<FromHub> told = scene.connect();
        UploadProgress upload = ask(scene.guard, id);

        scene.as(scene.owner, () -> {
            scene.grants().takeBack(scene.owner, grant);
            return grant;
        });

        assertThat(phase(upload)).isEqualTo(UploadPhase.CANCELLED);
        assertThat(told).contains(new FromHub.UploadCancel(upload.upload()));
    }

    @Test
    void whatSomebodyAskedForIsCalledOffWhenTheyAreSuspended() {
        scene.give(Action.REQUEST_UPLOAD);
        scene.connect();
        UploadProgress upload = ask(scene.guard, scene.closed(new byte[10], Delivery.ON_DEMAND));
        var roles = new RoleNews();
        roles.onChanged(scene.access::less);
        var keepOut = new KeepOut(
                scene.work,
                new Members(scene.work, new Roles(scene.work, new RoleNews()), scene.clock),
                roles,
                scene.clock);

        scene.as(scene.owner, () -> {
            keepOut.suspend(scene.owner, scene.guard.subject());
            return upload;
        });

        assertThat(phase(upload)).isEqualTo(UploadPhase.CANCELLED);
    }

    @Test
    void whatOthersAskedForAndWhatTheAgentSendsByItselfGoesOn() {
        scene.give(Action.REQUEST_UPLOAD);
        GrantId other = scene.give(Action.LIVE);
        scene.connect();
        UploadProgress owners = ask(scene.owner, scene.closed(new byte[10], Delivery.ON_DEMAND));
        UploadProgress guards = ask(scene.guard, scene.closed(new byte[11], Delivery.ON_DEMAND));
        var byRule = scene.closed(new byte[12], Delivery.AT_ONCE);

        scene.as(scene.owner, () -> {
            scene.grants().takeBack(scene.owner, other);
            return other;
        });

        assertThat(phase(owners)).isEqualTo(UploadPhase.REQUESTED);
        assertThat(phase(guards)).as("the right to ask is there still").isEqualTo(UploadPhase.REQUESTED);
        assertThat(scene.as(scene.owner, () -> scene.uploads.underWay(scene.owner.tenant())))
                .anySatisfy(upload -> assertThat(upload.recording()).isEqualTo(byRule));
    }

    private UploadProgress ask(Viewer viewer, io.vedette.contracts.id.RecordingId recording) {
        return ((RequestUpload.Outcome.UnderWay) scene.as(viewer, () -> scene.request.by(viewer, recording))).upload();
    }

    private UploadPhase phase(UploadProgress upload) {
        return scene.upload(upload.upload()).state().phase();
    }
}
