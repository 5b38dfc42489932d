package io.vedette.agent.upload;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that go straight to a store, and those that do not get there. */
@Timeout(60)
class StraightUploadsTest {
    private static final int CHUNK = 64 * 1024;
    private static final int PART = 128 * 1024;
    private static final int SIZE = 3 * PART + 123;
    private static final Throttle FREE = new Throttle(SendRates.ofKbit(0, 0), () -> true, System::nanoTime);

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

    @Test
    void aRecordingGoesStraightToTheStoreAndNoByteOfItToTheHub() throws IOException {
        RecordingId recording = recording();
        FromHub.UploadGrant grant = hub.grantStraight(recording, SIZE, CHUNK);

        uploads.told(grant);

        until("the end", () -> hub.parts().finished() && uploads.waiting() == 0);
        assertThat(hub.parts().content()).isEqualTo(bytes(recording));
        assertThat(hub.parts().put()).containsExactly(1, 2, 3, 4);
        assertThat(hub.patched()).isEmpty();
        assertThat(hub.requestBytes()).isLessThan(PART);
        assertThat(hub.parts().unreached()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void partsThatAreThereAreNotSentAgain() throws IOException {
        RecordingId recording = recording();
        byte[] bytes = bytes(recording);
        hub.parts().has(1, Arrays.copyOfRange(bytes, 0, PART));
        hub.parts().has(2, Arrays.copyOfRange(bytes, PART, 2 * PART));
        FromHub.UploadGrant grant = hub.grantStraight(recording, SIZE, CHUNK);

        uploads.told(grant);

        until("the end", () -> hub.parts().finished() && uploads.waiting() == 0);
        assertThat(hub.parts().put()).containsExactly(3, 4);
        assertThat(hub.parts().content()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1",
                "https://127.0.0.1:1",
                "http://store.example",
                "ftp://127.0.0.1:1",
                "https://no-such-host.invalid"
            })
    void whatDoesNotReachTheStoreOrMayNotGoThereGoesThroughTheHubWhichIsTold(String store) throws IOException {
        RecordingId recording = recording();
        hub.parts().at(store);
        FromHub.UploadGrant grant = hub.grantStraight(recording, SIZE, CHUNK);

        uploads.told(grant);

        until("all bytes", () -> hub.receivedBytes(grant) == SIZE && uploads.waiting() == 0);
        assertThat(hub.received(grant)).isEqualTo(bytes(recording));
        assertThat(hub.parts().unreached()).hasSize(1);
        assertThat(told).isEmpty();

        FromHub.UploadGrant next = hub.grantStraight(recording(SIZE + 1), SIZE + 1, CHUNK);
        hub.parts().at("http://store.example");
        uploads.told(next);
        until("the next one", () -> hub.receivedBytes(next) == SIZE + 1);
        assertThat(hub.parts().unreached()).as("not tried again so soon").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 503})
    void whatTheStoreRefusesTwiceGoesThroughTheHub(int status) throws IOException {
        RecordingId recording = recording();
        hub.parts().answers(status);
        FromHub.UploadGrant grant = hub.grantStraight(recording, SIZE, CHUNK);

        uploads.told(grant);

        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
        assertThat(hub.received(grant)).isEqualTo(bytes(recording));
        assertThat(hub.parts().unreached()).containsExactly("the store answered " + status);
    }

    @Test
    void whatTheHubWantsItselfIsNoFaultOfTheStore() throws IOException {
        RecordingId recording = recording();
        hub.parts().wantsItself();
        FromHub.UploadGrant grant = hub.grantStraight(recording, SIZE, CHUNK);

        uploads.told(grant);

        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
        assertThat(hub.parts().unreached()).isEmpty();
        assertThat(hub.parts().put()).isEmpty();
    }

    @Test
    void whatBeganThroughTheHubGoesOnThere() throws IOException {
        RecordingId recording = recording();
        FromHub.UploadGrant grant = hub.grant(recording, SIZE, CHUNK, true);
        var pace = hub.slow();
        uploads.told(grant);
        until("a beginning", () -> hub.receivedBytes(grant) > 0);

        uploads.told(new FromHub.UploadGrant(
                grant.upload(), recording, grant.path(), grant.ticket(), true, CHUNK, null, true));
        pace.release(1 << 20);

        until("all bytes", () -> hub.receivedBytes(grant) == SIZE);
        assertThat(hub.parts().put()).isEmpty();
    }

    private RecordingId recording() {
        return recording(SIZE);
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
