package io.vedette.agent.upload;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.GrowingRecording;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.UploadState.Phase;
import io.vedette.contracts.link.FromHub;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recording leaves the edge while it is being made. */
@Timeout(60)
class GrowingUploadsTest {
    private static final int CHUNK = 1 << 20;
    private static final Throttle FREE = new Throttle(SendRates.ofKbit(0, 0), () -> true, System::nanoTime);

    @TempDir
    Path home;

    private final List<FromAgent> told = new CopyOnWriteArrayList<>();
    private final Random random = new Random(7);
    private ScriptedHub hub;
    private Spool spool;
    private Uploads uploads;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        spool = Spool.open(home, Clock.systemUTC());
        uploads = Uploads.open(hub.address(), spool, FREE, told::add, () -> 0L);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        uploads.close();
        spool.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    @Test
    void whatIsFlushedLeavesAtOnceAndTheRestWhenTheRecordingIsClosed() throws IOException {
        OpenRecording open = recording();
        FromHub.UploadGrant grant = hub.grantGrowing(open.id(), CHUNK);
        uploads.told(grant);
        long flushed = flushed(open);
        until("what is flushed", () -> hub.receivedBytes(grant) >= flushed);
        open.append(some()); // not flushed before the end

        int bytes = (int) open.close(Duration.ofSeconds(2), Optional.empty()).bytes();
        hub.knowsLength(grant, bytes);
        uploads.told(grant);

        until("all of it", () -> hub.receivedBytes(grant) == bytes);
        assertThat(hub.received(grant))
                .isEqualTo(
                        Files.readAllBytes(spool.find(open.id()).orElseThrow().file()));
        until("nothing left to do", () -> uploads.waiting() == 0);
        assertThat(told).isEmpty();
    }

    @Test
    void aLineThatBreaksWhileTheRecordingGrowsCostsNothing() throws IOException {
        OpenRecording open = recording();
        FromHub.UploadGrant grant = hub.grantGrowing(open.id(), CHUNK);
        uploads.told(grant);
        long first = flushed(open);
        until("the first of it", () -> hub.receivedBytes(grant) >= first);

        hub.cutLines();
        long second = flushed(open);

        until("more of it", () -> hub.receivedBytes(grant) >= second);
        int bytes = (int) open.close(Duration.ofSeconds(4), Optional.empty()).bytes();
        until("all of it, before the hub knows of its end", () -> hub.receivedBytes(grant) == bytes);
    }

    @Test
    void whatSomebodyWaitsForGoesFirstThenWhatGrowsThenTheRest() throws InterruptedException {
        FromHub.UploadGrant first = hub.grant(RecordingId.fresh(), 10, CHUNK, false);
        FromHub.UploadGrant growing = hub.grantGrowing(RecordingId.fresh(), CHUNK);
        FromHub.UploadGrant awaited = hub.grant(RecordingId.fresh(), 10, CHUNK, true);
        var queue = new UploadQueue();
        queue.granted(first, false);
        queue.granted(growing, true);
        queue.granted(awaited, false);
        queue.granted(growing, false); // closed meanwhile: its end must not wait behind others

        assertThat(List.of(next(queue), next(queue), next(queue))).containsExactly(awaited, growing, first);
    }

    @Test
    void whatCameToNothingIsToldToBeGone() {
        OpenRecording open = recording();
        FromHub.UploadGrant grant = hub.grantGrowing(open.id(), CHUNK);

        open.abandon();
        uploads.told(grant);

        until("the news", () -> !told.isEmpty());
        assertThat(((FromAgent.UploadState) told.getFirst()).phase()).isEqualTo(Phase.GONE);
    }

    @Test
    void whoListensIsToldOfEachRecordingThatBegins() {
        List<GrowingRecording> begun = new CopyOnWriteArrayList<>();
        spool.onBegun(begun::add);

        OpenRecording open = recording();

        assertThat(begun).extracting(GrowingRecording::id).containsExactly(open.id());
        assertThat(spool.growing()).extracting(GrowingRecording::id).containsExactly(open.id());
        open.append(some());
        open.close(Duration.ofSeconds(1), Optional.empty());
        assertThat(spool.growing()).isEmpty();
    }

    private static FromHub.UploadGrant next(UploadQueue queue) throws InterruptedException {
        FromHub.UploadGrant grant = queue.grant(queue.next());
        queue.over(grant.upload());
        return grant;
    }

    private OpenRecording recording() {
        return spool.begin(
                new RecordingDraft(RecordingId.fresh(), Instant.EPOCH, "video/mp4", 640, 360, Delivery.AT_ONCE));
    }

    private ByteBuffer some() {
        byte[] content = new byte[10_000];
        random.nextBytes(content);
        return ByteBuffer.wrap(content);
    }

    /** Appends until more is flushed than before, and answers how much. */
    private long flushed(OpenRecording open) {
        long before = bytes(open.id());
        until("a flush", () -> {
            open.append(some());
            return bytes(open.id()) > before;
        });
        return bytes(open.id());
    }

    private long bytes(RecordingId id) {
        return spool.growing(id).orElseThrow().bytes();
    }
}
