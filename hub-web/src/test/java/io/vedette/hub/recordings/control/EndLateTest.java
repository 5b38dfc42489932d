package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.UploadWish;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndLateTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final byte[] FILE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private Scene scene;
    private Path vault;

    @BeforeEach
    void begin(@TempDir Path vault) {
        this.vault = vault;
        scene = new Scene(vault);
    }

    @Test
    void whatDidNotComeInTimeEndsAndItsAgentIsToldToStop() {
        var upload = until(recorded(), Scene.NOW.plus(AN_HOUR));
        var told = scene.connect();
        scene.grantUploads.grantAll(scene.agent);

        lookAfter(AN_HOUR);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Failed(UploadFailure.LATE, ""));
        assertThat(told).last().isEqualTo(new FromHub.UploadCancel(upload));
    }

    @Test
    void anAgentThatWasNotToldOfItIsNotToldToStop() {
        var upload = until(recorded(), Scene.NOW.plus(AN_HOUR));
        var told = scene.connect();

        lookAfter(AN_HOUR);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Failed(UploadFailure.LATE, ""));
        assertThat(told).isEmpty();
    }

    @Test
    void nothingEndsBeforeItsTime() {
        var upload = until(recorded(), Scene.NOW.plus(AN_HOUR));
        var whenever = scene.request(recorded()).upload();

        lookAfter(AN_HOUR.minusMillis(1));
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Requested());

        lookAfter(AN_HOUR.multipliedBy(1000));
        assertThat(scene.upload(whenever).state()).isEqualTo(new UploadState.Requested());
    }

    @Test
    void whatIsHalfHereEndsTooAndNothingMoreOfItIsTaken() {
        var upload = until(recorded(), Scene.NOW.plus(AN_HOUR));
        send(upload, 0, 4);

        lookAfter(AN_HOUR);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Failed(UploadFailure.LATE, ""));
        assertThat(send(upload, 4, 10)).isEqualTo(new TakeUpload.Taken.CalledOff());
    }

    @Test
    void whatIsHereInTimeStaysStored() {
        var upload = until(recorded(), Scene.NOW.plus(AN_HOUR));
        send(upload, 0, 10);

        lookAfter(AN_HOUR);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
    }

    @Test
    void whoeverWantsItForLongerGetsIt() {
        var id = recorded();
        var upload = until(id, Scene.NOW.plus(AN_HOUR));
        until(id, Scene.NOW.plus(AN_HOUR).plus(AN_HOUR));

        lookAfter(AN_HOUR);
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Requested());

        scene.request(id); // whenever it comes
        lookAfter(AN_HOUR.multipliedBy(3));
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Requested());
    }

    @Test
    void whatTheAgentsRuleSendsHasNoDeadlineWhoeverElseWantsIt() {
        var id = scene.closed(FILE, Delivery.AT_ONCE);
        var upload = until(id, Scene.NOW.plus(AN_HOUR));

        lookAfter(AN_HOUR);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Requested());
    }

    @Test
    void itMayBeAskedForAgain() {
        var id = recorded();
        var upload = until(id, Scene.NOW.plus(AN_HOUR));
        lookAfter(AN_HOUR);

        var again = scene.request(id).upload();

        assertThat(again).isNotEqualTo(upload);
        send(again, 0, 10);
        assertThat(scene.upload(again).state()).isEqualTo(new UploadState.Stored());
    }

    /** Whatever happens in whatever order, one that has a deadline is over when it has passed, and stays as it ended. */
    @RepeatedTest(15)
    void afterItsDeadlineItIsOverWhateverHappened(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var id = recorded();
        var upload = until(id, Scene.NOW.plus(AN_HOUR));
        for (int step = random.nextInt(8); step >= 0; step--) {
            happens(random, id, upload);
        }

        lookAfter(AN_HOUR);
        scene.upkeep.run();

        var end = scene.upload(upload).state();
        assertThat(end.underWay()).isFalse();
        for (int step = 0; step < 4; step++) {
            happens(random, id, upload);
        }
        assertThat(scene.upload(upload).state()).isEqualTo(end);
    }

    private void happens(Random random, RecordingId id, UploadId upload) {
        int here = (int) scene.intake.offset(upload);
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> send(upload, here, Math.min(10, here + 1 + random.nextInt(6)));
            case 3 -> scene.open(vault); // the hub starts again
            case 4 -> scene.upkeep.run();
            case 5 -> {
                if (random.nextInt(3) == 0) {
                    scene.hear(new EventBody.RecordingGone(id, "no room"));
                }
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    scene.hearingState.message(
                            scene.agent,
                            new FromAgent.UploadState(upload, FromAgent.UploadState.Phase.FAILED, "unreadable"));
                }
            }
        }
    }

    private RecordingId recorded() {
        return scene.closed(FILE, Delivery.ON_DEMAND);
    }

    private UploadId until(RecordingId id, Instant deadline) {
        return scene.request(id, new UploadWish(UploadPriority.WANTED, Optional.of(deadline), Optional.empty()))
                .upload();
    }

    private TakeUpload.Taken send(UploadId upload, int from, int to) {
        var bytes = Arrays.copyOfRange(FILE, from, to);
        return scene.taking.take(scene.agent, upload, new Chunk(from, bytes.length, new ByteArrayInputStream(bytes)));
    }

    private void lookAfter(Duration time) {
        new EndLate(
                        scene.work,
                        new Tenants(scene.work),
                        scene.uploads,
                        scene.cancelling,
                        Clock.offset(scene.clock, time))
                .run();
    }
}
