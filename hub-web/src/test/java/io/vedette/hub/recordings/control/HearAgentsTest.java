package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.CameraTime;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.recordings.entity.CameraEvent;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.UploadState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HearAgentsTest {
    private static final byte[] FILE = {1, 2, 3};
    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
    }

    @Test
    void aClosedRecordingBecomesARowWithItsStartByTheHubsClock() {
        var id = RecordingId.fresh();

        scene.hear(Scene.report(id, FILE, Instant.parse("2026-11-20T10:00:00Z"), Delivery.ON_DEMAND), -2_500);

        var row = scene.recording(id);
        assertThat(row.startedAt()).isEqualTo(Instant.parse("2026-11-20T09:59:57.5Z"));
        assertThat(row.camera()).isEqualTo(scene.gate);
        assertThat(row.agent()).isEqualTo(scene.agent.agent());
        assertThat(row.place()).isEqualTo(Place.EDGE);
        assertThat(row.bytes()).isEqualTo(3);
    }

    @Test
    void theCamerasClockIsKeptBesideTheHubsAndMovesNoLabel() {
        var id = RecordingId.fresh();

        scene.hear(Scene.report(id, FILE, Scene.NOW, Delivery.ON_DEMAND), -2_500); // 2.3 s behind an agent 2.5 s ahead

        assertThat(scene.recording(id).clock()).contains(new CameraTime(200, 20));
        assertThat(scene.recording(id).startedAt()).isEqualTo(Scene.NOW.minusMillis(2_500));
    }

    @Test
    void noRecordingIsLongerThanADay() {
        var id = RecordingId.fresh();

        scene.hear(Scene.like(Scene.report(id, FILE, Scene.NOW, Delivery.ON_DEMAND), Long.MAX_VALUE, false));

        assertThat(scene.recording(id).endedAt()).isEqualTo(Scene.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void theSameRecordingAgainChangesNothing() {
        List<FromHub> told = scene.connect();
        var id = RecordingId.fresh();
        scene.hear(Scene.report(id, FILE, Scene.NOW, Delivery.AT_ONCE));
        int before = told.size();

        scene.hear(Scene.report(id, new byte[] {9}, Scene.NOW.minusSeconds(9), Delivery.AT_ONCE));

        assertThat(scene.recording(id).startedAt()).isEqualTo(Scene.NOW);
        assertThat(scene.recording(id).bytes()).isEqualTo(3);
        assertThat(told).hasSize(before);
    }

    @Test
    void theAgentIsAskedForAThumbnailWithATicketForIt() {
        List<FromHub> told = scene.connect();

        var id = scene.closed(FILE, Delivery.ON_DEMAND);

        assertThat(told).singleElement().isInstanceOfSatisfying(FromHub.ThumbnailGrant.class, grant -> {
            assertThat(grant.recording()).isEqualTo(id);
            assertThat(grant.path()).isEqualTo("/intake/thumbnail/" + scene.owner.tenant() + "/" + id);
            assertThat(scene.tickets.check(grant.ticket(), Purpose.THUMBNAIL, id.value()))
                    .contains(scene.agent);
            assertThat(scene.tickets.check(grant.ticket(), Purpose.UPLOAD, id.value()))
                    .isEmpty();
        });
    }

    @Test
    void deliveryAtOnceAsksForTheFileToo() {
        List<FromHub> told = scene.connect();

        var id = scene.closed(FILE, Delivery.AT_ONCE);

        assertThat(told).hasSize(2);
        assertThat(told.get(1)).isInstanceOfSatisfying(FromHub.UploadGrant.class, grant -> {
            assertThat(grant.recording()).isEqualTo(id);
            assertThat(grant.onDemand()).isFalse();
            assertThat(grant.path()).isEqualTo("/intake/upload/" + scene.owner.tenant() + "/" + grant.upload());
            assertThat(scene.upload(grant.upload()).state()).isEqualTo(new UploadState.Requested());
        });
    }

    @Test
    void nothingIsToldWhenTheTransactionFails() {
        List<FromHub> told = scene.connect();
        var event = new FromAgent.Event(
                1, EventId.fresh(), Scene.NOW, Scene.report(RecordingId.fresh(), FILE, Scene.NOW, Delivery.AT_ONCE));

        assertThatThrownBy(() -> scene.work.run(scene.agent.tenant(), () -> {
                    scene.hearing.event(scene.agent, event, Scene.NOW, 0);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(told).isEmpty();
    }

    @Test
    void aRecordingTheEdgeGaveUpIsGone() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);
        var upload = scene.request(id).upload();

        scene.hear(new EventBody.RecordingGone(id, "no room"));

        assertThat(scene.recording(id).place()).isEqualTo(Place.GONE);
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Gone());
    }

    @Test
    void whatIsInTheVaultStaysWhenTheEdgeGivesItUp() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.recordings
                        .lock(scene.owner.tenant(), id)
                        .orElseThrow()
                        .inVault(Optional.empty()));

        scene.hear(new EventBody.RecordingGone(id, "no room"));

        assertThat(scene.recording(id).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void anotherAgentCannotGiveItUp() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);
        var other = TestAgents.pair(scene.work, scene.owner.tenant(), scene.camera("Yard"));
        var event = new FromAgent.Event(1, EventId.fresh(), Scene.NOW, new EventBody.RecordingGone(id, "x"));

        scene.work.run(other.tenant(), () -> scene.hearing.event(other, event, Scene.NOW, 0));

        assertThat(scene.recording(id).place()).isEqualTo(Place.EDGE);
    }

    @Test
    void aLostCameraIsWrittenDownWithItsReason() {
        scene.hear(new EventBody.CameraLost("no route\u0000 to host" + "x".repeat(2000)));
        scene.hear(new EventBody.CameraBack());

        var events = scene.as(
                scene.owner,
                () -> scene.recordings.events(scene.owner, scene.gate, Scene.NOW, Scene.NOW.plusSeconds(1), 10));
        assertThat(events).extracting(CameraEvent::lost).containsExactlyInAnyOrder(true, false);
        assertThat(events).anySatisfy(event -> assertThat(event.detail()).startsWith("no route  to host"));
    }

    @Test
    void nothingIsLabelledWithTheFutureWhereItWouldBeTheNewestForEver() {
        var ahead = RecordingId.fresh();
        var nearly = RecordingId.fresh();

        scene.hear(Scene.report(ahead, FILE, Scene.NOW.plusSeconds(61), Delivery.ON_DEMAND));
        scene.hear(Scene.report(nearly, FILE, Scene.NOW.plusSeconds(59), Delivery.ON_DEMAND));

        assertThat(scene.recording(ahead).startedAt()).isEqualTo(Scene.NOW);
        assertThat(scene.recording(nearly).startedAt()).isEqualTo(Scene.NOW.plusSeconds(59));
    }

    @Test
    void aClockThatIsFarOffDoesNotStopTheEvents() {
        var id = RecordingId.fresh();

        scene.hear(Scene.report(id, FILE, Instant.parse("1970-01-01T00:00:10Z"), Delivery.ON_DEMAND));
        scene.hear(Scene.report(RecordingId.fresh(), FILE, Instant.MAX, Delivery.ON_DEMAND));

        assertThat(scene.recording(id).startedAt()).isEqualTo(Scene.NOW);
    }
}
