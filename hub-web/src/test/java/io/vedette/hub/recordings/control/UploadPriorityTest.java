package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.recordings.entity.UploadWish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadPriorityTest {
    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
    }

    @Test
    void whatAnOutageHeldBackGoesBehindWhatIsMadeNow() {
        var missed = late(Duration.ofMinutes(30));
        var made = scene.closed(new byte[10], Delivery.AT_ONCE);

        assertThat(askedInOrder()).extracting(FromHub.UploadGrant::recording).containsExactly(made, missed);
        assertThat(askedInOrder())
                .extracting(FromHub.UploadGrant::priority)
                .containsExactly(UploadPriority.RULE, UploadPriority.BACKFILL);
    }

    @Test
    void aLineThatWasAwayForAMomentHeldNothingBack() {
        late(Duration.ofMinutes(1));

        assertThat(askedInOrder()).extracting(FromHub.UploadGrant::priority).containsExactly(UploadPriority.RULE);
    }

    @Test
    void peopleAreServedByPriorityAndThenByAge() {
        var later = scene.closed(new byte[10], Delivery.ON_DEMAND);
        var first = scene.closed(new byte[10], Delivery.ON_DEMAND);
        var urgent = scene.closed(new byte[10], Delivery.ON_DEMAND);
        var made = scene.closed(new byte[10], Delivery.AT_ONCE);
        scene.request(later, UploadWish.of(UploadPriority.BACKFILL));
        scene.request(first);
        scene.request(urgent, UploadWish.of(UploadPriority.URGENT));

        assertThat(askedInOrder())
                .extracting(FromHub.UploadGrant::recording)
                .containsExactly(urgent, first, made, later);
    }

    @Test
    void askingAgainMayRaiseItAndNeverLowersIt() {
        var id = scene.closed(new byte[10], Delivery.ON_DEMAND);
        List<FromHub> told = scene.connect();
        var upload = scene.request(id);

        scene.request(id, UploadWish.of(UploadPriority.BACKFILL));
        assertThat(scene.upload(upload.upload()).wish().priority()).isEqualTo(UploadPriority.WANTED);
        assertThat(told).hasSize(1);

        scene.request(id, UploadWish.of(UploadPriority.URGENT));
        assertThat(scene.upload(upload.upload()).wish().priority()).isEqualTo(UploadPriority.URGENT);
        assertThat(told).hasSize(2);
    }

    @Test
    void anAgentThatKnowsNoPrioritiesIsStillToldThatSomebodyWaits() {
        scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND), UploadWish.of(UploadPriority.URGENT));
        late(Duration.ofHours(1));

        assertThat(askedInOrder()).extracting(FromHub.UploadGrant::onDemand).containsExactly(true, false);
    }

    private RecordingId late(Duration by) {
        var id = RecordingId.fresh();
        var at = Scene.NOW.minus(by);
        scene.hearLate(Scene.report(id, new byte[10], at.minusSeconds(10), Delivery.AT_ONCE), at);
        return id;
    }

    private List<FromHub.UploadGrant> askedInOrder() {
        List<FromHub> told = scene.connect();
        scene.grantUploads.grantAll(scene.agent);
        return told.stream().map(FromHub.UploadGrant.class::cast).toList();
    }
}
