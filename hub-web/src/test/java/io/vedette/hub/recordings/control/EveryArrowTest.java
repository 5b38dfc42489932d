package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.MovableClock;
import io.vedette.hub.integrations.IntegrationTold;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.lab.hook.HookServer;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub dies at each arrow of object, row, outbox, publish, and is started again: each recording lies there once, whole, its row says so, and whoever is to
 * hear of it hears of it. A real database, a real folder and a real webhook; a death is an error that nobody catches, behind which nothing more runs.
 */
class EveryArrowTest {
    private static final byte[] FILE = new byte[200_000];

    static {
        new Random(9).nextBytes(FILE);
    }

    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private Path vault;
    private Scene scene;
    private TenantId acme;
    private HookServer hook;
    private IntegrationTold telling;
    private RecordingId recording;
    private UploadId upload;

    @BeforeEach
    void anUploadThatSomebodyWaitsForAndAWebhook(@TempDir Path folder) throws IOException {
        vault = folder;
        scene = new Scene(vault);
        acme = scene.owner.tenant();
        hook = new HookServer();
        telling = IntegrationTold.webhook(scene.work, scene.integrations, scene.owner, hook, clock);
        recording = scene.closed(FILE, Delivery.ON_DEMAND);
        upload = scene.request(recording).upload();
    }

    @AfterEach
    void close() {
        telling.close();
        hook.close();
    }

    @Test
    void beforeTheObject() {
        scene.open(vault, folder -> new Deadly(folder, When.BEFORE));

        assertThatThrownBy(this::send).isInstanceOf(Died.class);
        startAgain();

        everythingIsAsItShouldBe();
    }

    @Test
    void betweenObjectAndRow() {
        scene.open(vault, folder -> new Deadly(folder, When.AFTER));

        assertThatThrownBy(this::send).isInstanceOf(Died.class);
        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        startAgain();

        everythingIsAsItShouldBe();
    }

    @Test
    void betweenOutboxAndPublish() {
        send();
        assertThat(hook.all()).isEmpty();
        startAgain();

        everythingIsAsItShouldBe();
    }

    @Test
    void betweenPublishAndWritingItDown() {
        send();
        hook.answers(event -> HookServer.SILENCE);
        telling.run();
        assertThat(hook.taken()).hasSize(1);
        hook.answers(event -> 204);
        clock.move(Duration.ofMinutes(10));
        startAgain();

        everythingIsAsItShouldBe();
        assertThat(hook.taken()).as("told again, and known by its id").hasSize(2);
    }

    @Test
    void againAndAgain() {
        for (When when : List.of(When.AFTER, When.BEFORE, When.AFTER)) {
            scene.open(vault, folder -> new Deadly(folder, when));
            assertThatThrownBy(() -> {
                        send();
                        scene.upkeep.run();
                        throw new Died();
                    })
                    .isInstanceOf(Died.class);
        }
        startAgain();

        everythingIsAsItShouldBe();
    }

    private void send() {
        var unused = scene.taking.take(scene.agent, upload, new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
    }

    private void startAgain() {
        scene.open(vault);
        send(); // the agent knows nothing of a death, and offers what it has
        scene.upkeep.run();
        telling.run();
    }

    private void everythingIsAsItShouldBe() {
        Recording row = scene.recording(recording);
        assertThat(row.place()).isEqualTo(Place.VAULT);
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
        assertThat(scene.store.verify(row.fileKey()).sha256()).isEqualTo(Sha256.of(FILE));
        try (Stream<BlobEntry> blobs = scene.store.list(BlobPrefix.of(acme))) {
            assertThat(blobs.map(BlobEntry::key)).containsExactly(row.fileKey());
        }
        assertThat(scene.intake.held()).isEmpty();
        assertThat(hook.taken().stream().map(RecordingStoredEvent::id).distinct())
                .containsExactly(recording + ".stored");
        assertThat(telling.lag()).isZero();
    }

    private enum When {
        BEFORE,
        AFTER
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A folder in front of which the hub dies, before or after it takes something. */
    private record Deadly(BlobStore folder, When when) implements BlobStore {
        @Override
        public BlobInfo put(BlobKey key, InputStream body, BlobSpec spec) throws IOException {
            die(When.BEFORE);
            var unused = folder.put(key, body, spec);
            throw new Died();
        }

        @Override
        public BlobInfo adopt(BlobKey key, Path file, BlobSpec spec) throws IOException {
            die(When.BEFORE);
            var unused = folder.adopt(key, file, spec);
            throw new Died();
        }

        private void die(When now) {
            if (when == now) {
                throw new Died();
            }
        }

        @Override
        public Optional<BlobInfo> find(BlobKey key) {
            return folder.find(key);
        }

        @Override
        public InputStream open(BlobKey key) {
            return folder.open(key);
        }

        @Override
        public InputStream open(BlobKey key, long offset, long length) {
            return folder.open(key, offset, length);
        }

        @Override
        public void delete(BlobKey key) {
            folder.delete(key);
        }

        @Override
        public Stream<BlobEntry> list(BlobPrefix prefix) {
            return folder.list(prefix);
        }

        @Override
        public void sweep(Instant before) {
            folder.sweep(before);
        }
    }
}
