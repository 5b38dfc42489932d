package io.vedette.agent.upload;

import static io.vedette.agent.scripted.Patiently.until;
import static io.vedette.agent.scripted.Patiently.untilItRests;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.UploadState.Phase;
import io.vedette.contracts.link.FromHub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be sent is parked with a reason, and nothing else waits for it. */
@Timeout(60)
class ParkedUploadsTest {
    private static final int CHUNK = 16 * 1024;
    private static final int SIZE = 5 * CHUNK + 7;
    private static final Throttle FREE = new Throttle(SendRates.ofKbit(0, 0), () -> false, System::nanoTime);

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
        uploads = Uploads.open(hub.address(), spool, FREE, told::add, () -> 0L);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        uploads.close();
        spool.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    private interface Spoiling {
        void spoil(ScriptedHub hub, FromHub.UploadGrant grant, Path file) throws IOException;
    }

    /** @param words of the reason */
    private record Poison(String name, Spoiling spoiling, String words, int mostPatches) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Poison> poison() {
        return Stream.of(
                new Poison("empty", (h, g, file) -> Files.write(file, new byte[0]), "it has 0 bytes", 0),
                new Poison("too short", (h, g, file) -> Files.write(file, new byte[9]), "it has 9 bytes", 0),
                new Poison("altered", (h, g, file) -> alter(file), "its checksum is not that", 0),
                new Poison("unreadable", (h, g, file) -> lock(file), "its file cannot be read at the edge", 0),
                new Poison("413", (h, g, file) -> h.answersWith(g, 413), "takes no request of this size", 0),
                new Poison("400", (h, g, file) -> h.answersWith(g, 400), "refuses the request (400)", 0),
                new Poison("422", (h, g, file) -> h.answersWith(g, 422), "other bytes", 0),
                new Poison("500 for ever", (h, g, file) -> h.answersWith(g, 500), "5 tries", 0),
                new Poison("takes nothing", (h, g, file) -> h.keeps(g, from -> from), "took nothing", Budget.TRIES),
                new Poison("forgets for ever", (h, g, file) -> h.forgets(g), "does not keep", 2 * Budget.TRIES),
                new Poison(
                        "back and forth",
                        (h, g, file) -> h.keeps(g, from -> from == CHUNK ? CHUNK / 2 : CHUNK),
                        "took nothing",
                        2 * Budget.TRIES));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void whatCannotBeSentIsParkedWithTheReasonAndOthersGoOn(Poison poison) throws IOException {
        FromHub.UploadGrant bad = granted();
        FromHub.UploadGrant good = granted();
        poison.spoiling().spoil(hub, bad, file(bad));

        uploads.told(bad);
        uploads.told(good);

        until("the other one", () -> hub.receivedBytes(good) == SIZE);
        until("a word about it", () -> !told.isEmpty());
        until("nothing left to do", () -> uploads.waiting() == 0);
        untilItRests("the end of all requests", Duration.ofSeconds(5), hub::requestBytes);
        assertThat(told).singleElement().isInstanceOfSatisfying(FromAgent.UploadState.class, state -> {
            assertThat(state.upload()).isEqualTo(bad.upload());
            assertThat(state.phase()).isEqualTo(Phase.FAILED);
            assertThat(state.detail()).contains(poison.words()).doesNotContain(home.toString());
        });
        assertThat(Collections.frequency(hub.patched(), bad.path())).isLessThanOrEqualTo(poison.mostPatches());
    }

    @Test
    void whatWasParkedIsSentWhenSomebodyAsksAgain() throws IOException {
        FromHub.UploadGrant bad = granted();
        hub.answersWith(bad, 413);
        uploads.told(bad);
        until("a word about it", () -> told.size() == 1);

        FromHub.UploadGrant again = hub.grant(bad.recording(), SIZE, CHUNK, true);
        uploads.told(again);

        until("all bytes", () -> hub.receivedBytes(again) == SIZE);
    }

    @Test
    void anUploadThatGoesOnSlowlyIsNotParked() throws IOException {
        FromHub.UploadGrant slow = granted();
        hub.keeps(slow, from -> Math.min(SIZE, from + 4_000)); // a quarter of what is sent, each time

        uploads.told(slow);

        until("all bytes", () -> hub.receivedBytes(slow) == SIZE);
        assertThat(told).isEmpty();
    }

    @Test
    void aHubThatIsNotThereParksNothing() throws IOException {
        AtomicInteger dialled = new AtomicInteger();
        try (ServerSocket nobody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> hangUp(nobody, dialled));
            uploads.close();
            HubAddress there = HubAddress.of("https://127.0.0.1:" + nobody.getLocalPort());
            uploads = Uploads.open(there, spool, FREE, told::add, () -> 0L);

            uploads.told(granted());

            until("more tries than an upload has", () -> dialled.get() > 3 * Budget.TRIES);
            assertThat(told).isEmpty();
            assertThat(uploads.waiting()).isEqualTo(1);
        }
    }

    /** Takes connections and ends them before anything is said. */
    private static void hangUp(ServerSocket server, AtomicInteger dialled) {
        try {
            while (true) {
                try (Socket agent = server.accept()) {
                    dialled.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void alter(Path file) throws IOException {
        Files.write(file, new byte[] {42}, StandardOpenOption.WRITE);
    }

    /** A folder in its place: permissions would not keep root from reading. */
    private static void lock(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
    }

    private Path file(FromHub.UploadGrant grant) {
        return spool.find(grant.recording()).orElseThrow().file();
    }

    private FromHub.UploadGrant granted() {
        RecordingDraft draft =
                new RecordingDraft(RecordingId.fresh(), Instant.EPOCH, "video/mp4", 640, 360, Delivery.ON_DEMAND);
        OpenRecording open = spool.begin(draft);
        byte[] content = new byte[SIZE];
        new Random(SIZE).nextBytes(content);
        content[0] = 1;
        open.append(ByteBuffer.wrap(content));
        RecordingId recording =
                open.close(Duration.ofSeconds(1), Optional.empty()).recording();
        return hub.grant(recording, SIZE, CHUNK, false);
    }
}
