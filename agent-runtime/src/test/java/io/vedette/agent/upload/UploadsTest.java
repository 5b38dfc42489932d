package io.vedette.agent.upload;

import static io.vedette.agent.scripted.Patiently.until;
import static io.vedette.agent.scripted.Patiently.untilItRests;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.UploadState.Phase;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.UploadPriority;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UploadsTest {
    private static final int CHUNK = 64 * 1024;
    private static final int SIZE = 10 * CHUNK + 123;
    /** What a request says besides its body, generously. */
    private static final int HEAD = 500;

    private static final Throttle FREE = new Throttle(SendRates.ofKbit(0, 0), () -> true, System::nanoTime);
    /** Always the shortest wait. */
    private static final RandomGenerator IMPATIENT = () -> 0L;

    @TempDir
    Path home;

    private final List<FromAgent> told = new CopyOnWriteArrayList<>();
    private ScriptedHub hub;
    private Spool spool;
    private Uploads uploads;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        spool = Spool.open(home, Clock.systemUTC());
        uploads = Uploads.open(hub.address(), spool, FREE, told::add, IMPATIENT);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        uploads.close();
        spool.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    @Test
    void aGrantedRecordingArrivesWholeAndInChunks() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, false);

        uploads.told(grant);

        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
        assertThat(hub.received(grant)).isEqualTo(bytes(recording));
        until("nothing left to do", () -> uploads.waiting() == 0);
        assertThat(hub.patched()).hasSize(11);
        assertThat(told).isEmpty();
    }

    @Test
    void afterCutsItGoesOnWhereTheHubStands() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.cutRequestsAfter(CHUNK * 2 + CHUNK / 2);

        uploads.told(grant);
        until("half of it", () -> hub.receivedBytes(grant) > SIZE / 2);
        hub.cutLines();

        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
        assertThat(hub.received(grant)).isEqualTo(bytes(recording));
        until("nothing left to do", () -> uploads.waiting() == 0);
        assertThat(hub.requestBytes())
                .isLessThan(SIZE + 2L * CHUNK + (long) HEAD * (hub.patched().size() + 8));
    }

    @Test
    void cancellingStopsTheRunningRequest() throws IOException {
        RecordingId recording = recording(SIZE * 20);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE * 20, SIZE * 20, true);
        Semaphore pace = hub.slow();
        uploads.told(grant);
        pace.release(4);
        until("some bytes", () -> hub.receivedBytes(grant) > 0);

        uploads.told(new FromHub.UploadCancel(grant.upload()));

        assertThat(uploads.waiting()).isZero();
        pace.release(1 << 20);
        untilItRests("the end of what was on its way", Duration.ofSeconds(2), hub::requestBytes);
        assertThat(hub.requestBytes()).isLessThan(SIZE * 20 / 2);
        assertThat(told).isEmpty();
    }

    @Test
    void anUploadTheHubNoLongerWantsIsDropped() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.answersWith(grant, 410);

        uploads.told(grant);

        until("nothing left to do", () -> uploads.waiting() == 0);
        assertThat(hub.receivedBytes(grant)).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void whileTheHubsVaultIsFullTheRecordingWaitsAndIsNeverTakenForFailed() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.answersWith(grant, 507);

        uploads.told(grant);

        until("more tries than an upload has", () -> hub.asked(grant) > Budget.TRIES + 1);
        assertThat(told).isEmpty();
        hub.answersWith(grant, 0);
        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whileTheHubCannotWorkTheRecordingWaitsAsLongAsTheHubAsks(int status) throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.answersWith(grant, status);

        uploads.told(grant);

        until("more tries than an upload has", () -> hub.asked(grant) > Budget.TRIES);
        assertThat(told).isEmpty();
        hub.answersWith(grant, 0);
        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
    }

    @Test
    void aFileThatIsNoLongerHereIsSaidToBeGone() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        spool.remove(recording, "test");

        uploads.told(grant);

        until("an answer", () -> phases().equals(List.of(Phase.GONE)));
        assertThat(uploads.waiting()).isZero();
    }

    @Test
    void anOldTicketWaitsForANewOne() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.expectsTicket(grant, "second");

        uploads.told(grant);
        until("a word about it", () -> phases().equals(List.of(Phase.QUEUED)));
        assertThat(hub.receivedBytes(grant)).isZero();

        uploads.told(hub.regrant(grant, "second"));
        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
    }

    @Test
    void fiveTriesWithoutProgressAreToldAndItIsSentWhenItIsGrantedAgain() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.answersWith(grant, 500);

        uploads.told(grant);
        until("a word about it", () -> phases().equals(List.of(Phase.FAILED)));
        assertThat(hub.asked(grant)).isEqualTo(Budget.TRIES);
        hub.answersWith(grant, 0);

        uploads.told(hub.regrant(grant, "fresh"));
        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
    }

    @Test
    void otherBytesThanPromisedAreNotSentAgainAndAgain() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        hub.answersWith(grant, 460);

        uploads.told(grant);

        until("a word about it", () -> phases().equals(List.of(Phase.FAILED)));
        assertThat(uploads.waiting()).isZero();
    }

    @Test
    void aHubThatExpectsAnotherSizeGetsNothing() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE + 1, CHUNK, true);

        uploads.told(grant);

        until("a word about it", () -> phases().equals(List.of(Phase.FAILED)));
        assertThat(hub.receivedBytes(grant)).isZero();
    }

    @Test
    void whatAPersonWaitsForOvertakesAtTheNextChunk() throws IOException {
        RecordingId policy = recording(SIZE);
        RecordingId wanted = recording(SIZE);
        FromHub.UploadGrant first = hub.grant(policy, SIZE, CHUNK, false);
        FromHub.UploadGrant second = hub.grant(wanted, SIZE, CHUNK, true);
        Semaphore pace = hub.slow();
        uploads.told(first);
        until("the first chunk", () -> hub.receivedBytes(first) > 0);

        uploads.told(second);
        pace.release(1 << 20);

        until("both", () -> hub.receivedBytes(first) == SIZE && hub.receivedBytes(second) == SIZE);
        assertThat(hub.patched().subList(1, 12)).containsOnly(second.path());
        assertThat(hub.received(first)).isEqualTo(bytes(policy));
    }

    @Test
    void whatWasMissedYieldsAtTheNextChunkToWhatIsMadeNowAndGoesOnWhereItStood() throws IOException {
        RecordingId missed = recording(SIZE);
        RecordingId made = recording(SIZE);
        FromHub.UploadGrant backFill =
                ScriptedHub.withPriority(hub.grant(missed, SIZE, CHUNK, false), UploadPriority.BACKFILL);
        FromHub.UploadGrant now = ScriptedHub.withPriority(hub.grant(made, SIZE, CHUNK, false), UploadPriority.RULE);
        Semaphore pace = hub.slow();
        uploads.told(backFill);
        until("the first chunk", () -> hub.receivedBytes(backFill) > 0);

        uploads.told(now);
        pace.release(1 << 20);

        until("both", () -> hub.receivedBytes(backFill) == SIZE && hub.receivedBytes(now) == SIZE);
        assertThat(hub.patched().subList(1, 12)).containsOnly(now.path());
        assertThat(hub.patched()).hasSize(22); // no byte twice
        assertThat(hub.received(backFill)).isEqualTo(bytes(missed));
    }

    @Test
    void aThumbnailIsPut() throws IOException {
        RecordingId recording = recording(100);
        byte[] jpeg = "a small picture".getBytes(StandardCharsets.UTF_8);
        spool.keepThumbnail(recording, jpeg);

        uploads.told(new FromHub.ThumbnailGrant(recording, "/thumbnails/1", "picture"));

        until("the picture", () -> hub.thumbnail("/thumbnails/1") != null);
        assertThat(hub.thumbnail("/thumbnails/1")).isEqualTo(jpeg);
    }

    @Test
    void aStoredRecordingIsNoLongerSent() throws IOException {
        RecordingId recording = recording(SIZE);
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        Semaphore pace = hub.slow();
        uploads.told(grant);
        until("a beginning", () -> hub.receivedBytes(grant) > 0);

        uploads.told(new FromHub.UploadStored(grant.upload(), recording));

        assertThat(uploads.waiting()).isZero();
        pace.release(1 << 20);
    }

    private List<Phase> phases() {
        return told.stream()
                .map(FromAgent.UploadState.class::cast)
                .map(FromAgent.UploadState::phase)
                .toList();
    }

    private RecordingId recording(int size) {
        RecordingDraft draft =
                new RecordingDraft(RecordingId.fresh(), Instant.EPOCH, "video/mp4", 640, 360, Delivery.ON_DEMAND);
        OpenRecording open = spool.begin(draft);
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        open.append(ByteBuffer.wrap(content));
        return open.close(Duration.ofSeconds(1), Optional.empty()).recording();
    }

    private byte[] bytes(RecordingId recording) throws IOException {
        return Files.readAllBytes(spool.find(recording).orElseThrow().file());
    }
}
