package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestUploadTest {
    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
    }

    @Test
    void aRequestTellsTheAgentWhoIsHere() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        List<FromHub> told = scene.connect();

        var upload = scene.request(id);

        assertThat(grants(told)).singleElement().satisfies(grant -> {
            assertThat(grant.upload()).isEqualTo(upload.upload());
            assertThat(grant.onDemand()).isTrue();
            assertThat(grant.chunkBytes()).isEqualTo(GrantUploads.CHUNK_BYTES);
        });
    }

    @Test
    void askingTwiceIsAskingOnce() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        List<FromHub> told = scene.connect();

        var first = scene.request(id);
        var second = scene.request(id);

        assertThat(second.upload()).isEqualTo(first.upload());
        assertThat(grants(told)).hasSize(1);
    }

    @Test
    void manyWhoAskAtTheSameTimeGetTheSameUpload() throws Exception {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        List<Callable<UploadId>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(() -> scene.request(id).upload());
        }

        try (var people = Executors.newFixedThreadPool(8)) {
            var first = scene.request(id).upload();
            for (var answer : people.invokeAll(clicks)) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void whatTheAgentsRuleAskedForGoesFirstOnceSomebodyWaits() {
        List<FromHub> told = scene.connect();
        var id = scene.closed(new byte[10], Delivery.AT_ONCE);

        var upload = scene.request(id);

        assertThat(grants(told)).extracting(grant -> grant.upload()).containsOnly(upload.upload());
        assertThat(grants(told)).extracting(grant -> grant.onDemand()).containsExactly(false, true);
        assertThat(scene.upload(upload.upload()).requestedBy()).contains(scene.owner.subject());
    }

    @Test
    void anAgentThatIsAwayIsAskedWhenItComesBackAndWhatSomebodyWaitsForComesFirst() {
        var byRule = scene.closed(new byte[10], Delivery.AT_ONCE);
        var wanted = scene.closed(new byte[10], Delivery.ON_DEMAND);
        scene.request(wanted);

        List<FromHub> told = scene.connect();
        scene.grantUploads.grantAll(scene.agent);

        assertThat(grants(told)).extracting(grant -> grant.recording()).containsExactly(wanted, byRule);
    }

    @Test
    void ticketsAreRenewedBeforeTheyEndAndNotSooner() {
        List<FromHub> told = scene.connect();
        scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND));

        scene.nanos.now += Duration.ofMinutes(11).toNanos();
        scene.grantUploads.renew();
        assertThat(grants(told)).hasSize(1);

        scene.nanos.now += Duration.ofMinutes(2).toNanos();
        scene.grantUploads.renew();
        assertThat(grants(told)).hasSize(2);
    }

    @Test
    void whatIsInTheVaultNeedsNoUpload() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.recordings
                        .lock(scene.owner.tenant(), id)
                        .orElseThrow()
                        .inVault(Optional.empty()));

        assertThat(ask(id)).isInstanceOf(RequestUpload.Outcome.AlreadyHere.class);
    }

    @Test
    void whatTheEdgeGaveUpIsRefused() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        scene.hear(new EventBody.RecordingGone(id, "no room"));

        assertThat(ask(id)).isEqualTo(new RequestUpload.Outcome.Gone());
    }

    @Test
    void whatLiesWithARemovedAgentIsOutOfReach() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        TestAgents.revoke(scene.work, scene.agent);

        assertThat(ask(id)).isEqualTo(new RequestUpload.Outcome.OutOfReach());

        TestAgents.pair(scene.work, scene.owner.tenant(), scene.gate);
        assertThat(ask(id)).isEqualTo(new RequestUpload.Outcome.OutOfReach());
    }

    @Test
    void anAgentThatHasItNoMoreSaysSo() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        var upload = scene.request(id).upload();

        scene.hearingState.message(
                scene.agent, new FromAgent.UploadState(upload, FromAgent.UploadState.Phase.GONE, null));

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Gone());
        assertThat(scene.recording(id).place()).isEqualTo(Place.GONE);
    }

    @Test
    void anAgentThatCannotSendItSaysWhyAndMayBeAskedAgain() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        var upload = scene.request(id).upload();

        scene.hearingState.message(
                scene.agent,
                new FromAgent.UploadState(upload, FromAgent.UploadState.Phase.FAILED, "disk: cannot read\u0000"));

        assertThat(scene.upload(upload).state())
                .isEqualTo(new UploadState.Failed(UploadFailure.EDGE, "disk: cannot read"));
        assertThat(scene.request(id).upload()).isNotEqualTo(upload);
    }

    @Test
    void whatAnotherAgentSaysOfAnUploadIsNotBelieved() {
        var upload =
                scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND)).upload();
        var other = TestAgents.pair(scene.work, scene.owner.tenant(), scene.camera("Yard"));

        scene.hearingState.message(other, new FromAgent.UploadState(upload, FromAgent.UploadState.Phase.GONE, null));

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Requested());
    }

    private RequestUpload.Outcome ask(RecordingId id) {
        return scene.as(scene.owner, () -> scene.request.by(scene.owner, id));
    }

    private static List<FromHub.UploadGrant> grants(List<FromHub> told) {
        return told.stream()
                .filter(FromHub.UploadGrant.class::isInstance)
                .map(FromHub.UploadGrant.class::cast)
                .toList();
    }
}
