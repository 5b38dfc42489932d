package io.vedette.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.lab.Clips;
import io.vedette.lab.reader.MediaFault;
import io.vedette.lab.reader.StreamReader;
import io.vedette.lab.reader.StreamReader.Seen;
import io.vedette.lab.truth.GroundTruth;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The camera as FFmpeg sees it. Each test has a camera of its own and mostly waits, so they wait side by side. */
@Execution(ExecutionMode.CONCURRENT)
class TestCameraTest {
    private static final CameraLogin LOGIN = new CameraLogin("watcher", "p@ss word/1");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration FRAME = Duration.ofMillis(100);

    private final AtomicLong ahead = new AtomicLong();
    private TestCamera camera;

    @BeforeEach
    void start() throws IOException {
        camera = TestCamera.start(
                Clips.glimpse(), CameraDoor.usual(LOGIN), 0, Clock.systemUTC(), () -> System.nanoTime() + ahead.get());
    }

    @AfterEach
    void stop() throws IOException {
        camera.close();
    }

    private static StreamReader open(String url) throws MediaFault {
        return StreamReader.open(url, LOGIN.user(), LOGIN.password(), LIMIT, System::nanoTime);
    }

    private static List<Seen> watch(StreamReader reader, int pictures) throws MediaFault {
        List<Seen> seen = new ArrayList<>();
        while (seen.size() < pictures) {
            seen.add(reader.next().orElseThrow());
        }
        return seen;
    }

    @Test
    void picturesAndTimeStampsGoOnWhereTheLoopBeginsAgain() throws Exception {
        List<Seen> seen;
        try (StreamReader reader = open(camera.mainUrl())) {
            seen = watch(reader, 75);

            assertThat(reader.decodeErrors()).isZero();
            assertThat(reader.audioPackets()).isGreaterThan(90);
        }

        assertThat(seen.getFirst().key()).isTrue();
        for (int i = 2; i < seen.size(); i++) { // FFmpeg gives the first picture no time
            assertThat(seen.get(i).pts().minus(seen.get(i - 1).pts()).toMillis())
                    .isBetween(99L, 101L);
            long turn = seen.get(i)
                    .clock()
                    .orElseThrow()
                    .minus(seen.get(i - 1).clock().orElseThrow())
                    .toMillis();
            assertThat(Math.floorMod(turn, 6000L)).isEqualTo(100L);
        }
    }

    @Test
    void theWallClockItReportsIsTheOneOfTheTruth() throws Exception {
        GroundTruth truth = camera.truth();

        List<Seen> seen;
        try (StreamReader reader = open(camera.subUrl())) {
            seen = watch(reader, 30);

            assertThat(reader.audioPackets()).isZero();
        }

        for (Seen picture : seen) {
            Instant taken = picture.wallClock().orElseThrow();
            Duration off =
                    truth.positionAt(taken.plusMillis(50)).minus(picture.clock().orElseThrow());
            assertThat(Math.floorMod(off.toMillis(), 6000L)).isBetween(45L, 155L);
        }
        assertThat(seen.getLast().wallClock().orElseThrow())
                .isBetween(Instant.now().minusSeconds(1), Instant.now());
    }

    @Test
    void twoClientsSeeTheSamePictureAndNeitherRewindsTheOther() throws Exception {
        try (ExecutorService watchers = Executors.newFixedThreadPool(2);
                StreamReader first = open(camera.subUrl())) {
            List<Seen> before = watch(first, 7);

            Future<List<Seen>> late = watchers.submit(() -> {
                try (StreamReader second = open(camera.subUrl())) {
                    return watch(second, 12);
                }
            });
            List<Seen> during = watch(first, 40);

            assertThat(during.getFirst().pts()).isEqualTo(before.getLast().pts().plus(FRAME));
            for (int i = 1; i < during.size(); i++) {
                assertThat(during.get(i).pts().minus(during.get(i - 1).pts()).toMillis())
                        .isBetween(99L, 101L);
            }
            for (Seen other : late.get()) {
                Instant taken = other.wallClock().orElseThrow();
                Seen same = during.stream()
                        .filter(mine -> Duration.between(mine.wallClock().orElseThrow(), taken)
                                        .abs()
                                        .toMillis()
                                < 50)
                        .findFirst()
                        .orElseThrow();
                assertThat(other.clock()).isEqualTo(same.clock());
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        MediaFault fault = catchThrowableOfType(
                MediaFault.class,
                () -> StreamReader.open(camera.mainUrl(), LOGIN.user(), "guess", LIMIT, System::nanoTime)
                        .close());

        assertThat(fault.unauthorized()).isTrue();
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertThatThrownBy(() -> open(camera.mainUrl() + "2").close()).hasMessageContaining("-875574520");
    }

    @Test
    void afterAPauseItGoesOnAtThePresentWithAKeyFrame() throws Exception {
        try (StreamReader reader = open(camera.subUrl())) {
            Seen last = watch(reader, 3).getLast();
            camera.pause();
            ahead.set(Duration.ofMillis(2200).toNanos());
            camera.resume();
            Seen next = last;
            while (next.pts().minus(last.pts()).compareTo(FRAME.multipliedBy(5)) < 0) {
                last = next;
                next = reader.next().orElseThrow();
            }

            assertThat(next.key()).isTrue();
            assertThat(next.pts().minus(last.pts())).isGreaterThan(Duration.ofSeconds(2));
            assertThat(reader.decodeErrors()).isZero();
        }
    }

    @Test
    void fromTheMomentItIsStoppedItTakesNobody() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), camera.port());
        for (int round = 0; round < 500; round++) {
            camera.stop();
            try (Socket late = new Socket()) {
                assertThatThrownBy(() -> late.connect(address)).isInstanceOf(ConnectException.class);
            }
            camera.start();
        }
    }

    @Test
    void droppedClientsMayComeBackAndAStoppedCameraOpensTheSamePort() throws Exception {
        int port = camera.port();
        try (StreamReader reader = open(camera.subUrl())) {
            watch(reader, 1);
            camera.dropClients();
            untilItEnds(reader);
        }
        try (StreamReader reader = open(camera.subUrl())) {
            watch(reader, 1);
            camera.stop();
            untilItEnds(reader);
        }
        assertThatThrownBy(() -> open(camera.subUrl()).close()).hasMessageContaining("-111");

        camera.start();

        assertThat(camera.port()).isEqualTo(port);
        try (StreamReader reader = open(camera.subUrl())) {
            Seen seen = watch(reader, 1).getFirst();
            assertThat(seen.clock()).isPresent();
        }
    }

    private static void untilItEnds(StreamReader reader) throws MediaFault {
        boolean going = true;
        while (going) {
            try {
                going = reader.next().isPresent();
            } catch (MediaFault cut) {
                going = false;
            }
        }
    }
}
