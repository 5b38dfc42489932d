package io.vedette.agent.upload;

import static io.vedette.agent.scripted.Patiently.until;
import static io.vedette.agent.scripted.Patiently.untilItRests;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.live.LiveSessions;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Counts what a real server receives against a clock that only the test moves. */
@Timeout(60)
class PacedUploadsTest {
    private static final int SIZE = 1_000_000;
    /** A tenth of a second at each of the two rates. */
    private static final int PIECE = 16_000;

    private static final int WATCHED_PIECE = 4_000;
    private static final long TENTH = 100_000_000;
    private static final SendRates RATES = new SendRates(10 * PIECE, 10 * WATCHED_PIECE);

    @TempDir
    Path home;

    private final AtomicLong ticks = new AtomicLong();
    private ScriptedHub hub;
    private Spool spool;
    private LiveSessions live;
    private Uploads uploads;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        spool = Spool.open(home, Clock.systemUTC());
        live = new LiveSessions(hub.address(), listener -> () -> {}, told -> {});
        begin(RATES);
    }

    private void begin(SendRates rates) {
        Throttle throttle = new Throttle(rates, () -> live.publishing() > 0, ticks::get);
        uploads = Uploads.open(hub.address(), spool, throttle, told -> {}, () -> 0L);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        uploads.close();
        live.close();
        spool.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    @Test
    void aTenthOfASecondAfterTheOtherTheServerReceivesWhatTheRateAllowsAndNoMore() {
        FromHub.UploadGrant grant = granted(false);

        receives(grant, PIECE);
        for (int tenth = 1; tenth <= 30; tenth++) {
            ticks.addAndGet(TENTH);
            receives(grant, (1 + tenth) * PIECE);
        }

        assertNoMoreComes(grant, 31 * PIECE);
    }

    @Test
    void whileSomebodyWatchesUploadsShrinkAndAfterwardsTheyGrowAgain() {
        FromHub.UploadGrant grant = granted(false);
        receives(grant, PIECE);

        LiveSessionId session = LiveSessionId.fresh();
        live.told(new FromHub.LiveStart(session, 1, "/live/it", "a ticket", 15_000));
        ticks.addAndGet(TENTH);
        receives(grant, PIECE + WATCHED_PIECE);
        ticks.addAndGet(TENTH);
        receives(grant, PIECE + 2 * WATCHED_PIECE);
        assertNoMoreComes(grant, PIECE + 2 * WATCHED_PIECE);

        live.told(new FromHub.LiveStop(session));
        ticks.addAndGet(TENTH);
        receives(grant, 2 * PIECE + 2 * WATCHED_PIECE);
        assertNoMoreComes(grant, 2 * PIECE + 2 * WATCHED_PIECE);
    }

    @Test
    void whatAPersonWaitsForHasTwiceAsMuchWhileSomebodyWatches() {
        live.told(new FromHub.LiveStart(LiveSessionId.fresh(), 1, "/live/it", "a ticket", 15_000));

        FromHub.UploadGrant grant = granted(true);

        receives(grant, 2 * WATCHED_PIECE);
        ticks.addAndGet(TENTH);
        receives(grant, 4 * WATCHED_PIECE);
        assertNoMoreComes(grant, 4 * WATCHED_PIECE);
    }

    @Test
    void cancellingEndsAnUploadThatWaitsForItsTurnToSend() {
        uploads.close();
        begin(new SendRates(1, 1)); // the second piece is due in nine minutes
        FromHub.UploadGrant first = granted(false);
        until("the first piece", () -> hub.receivedBytes(first) > 0);

        uploads.told(new FromHub.UploadCancel(first.upload()));

        FromHub.UploadGrant second = granted(false);
        until("the next one's turn", () -> hub.patched().contains(second.path()));
    }

    @Test
    void closingDoesNotWaitForTheNextPiece() {
        uploads.close();
        begin(new SendRates(1, 1));
        FromHub.UploadGrant grant = granted(false);
        until("the first piece", () -> hub.receivedBytes(grant) > 0);

        uploads.close();

        until(
                "no sender",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("uploads")));
    }

    @Test
    void requestsAreSoSmallThatEachWouldEndInTimeIfSomebodyBeganToWatch() {
        uploads.close();
        begin(new SendRates(10_000_000, 1_000)); // 120,000 bytes are two minutes of the lower rate
        FromHub.UploadGrant grant = granted(false);

        until("all bytes", () -> ticks.addAndGet(TENTH) > 0 && hub.receivedBytes(grant) == SIZE);

        assertThat(hub.patched()).hasSize(9);
    }

    private void receives(FromHub.UploadGrant grant, int bytes) {
        until(bytes + " bytes", () -> hub.receivedBytes(grant) >= bytes);
    }

    private void assertNoMoreComes(FromHub.UploadGrant grant, int bytes) {
        untilItRests("the end of it", Duration.ofSeconds(10), () -> hub.receivedBytes(grant));
        assertThat(hub.receivedBytes(grant)).isEqualTo(bytes);
    }

    private FromHub.UploadGrant granted(boolean onDemand) {
        RecordingDraft draft =
                new RecordingDraft(RecordingId.fresh(), Instant.EPOCH, "video/mp4", 640, 360, Delivery.ON_DEMAND);
        OpenRecording open = spool.begin(draft);
        open.append(ByteBuffer.allocate(SIZE));
        RecordingId recording =
                open.close(Duration.ofSeconds(1), Optional.empty()).recording();
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, SIZE, onDemand);
        uploads.told(grant);
        return grant;
    }
}
