package io.vedette.agent.secondary;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SecondaryCopiesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final CopyRules AT_ONCE = new CopyRules(Duration.ZERO, false);
    private static final RandomGenerator IMPATIENT = () -> 0L;

    @TempDir
    Path folder;

    private final TenantId tenant = TenantId.fresh();
    private final CameraId camera = CameraId.fresh();
    private Path mount;
    private Spool spool;

    @BeforeEach
    void begin() throws IOException {
        mount = Files.createDirectory(folder.resolve("mount"));
        Files.createFile(mount.resolve(MarkedFolder.MARKER));
        spool = Spool.open(folder.resolve("home"), Clock.systemUTC());
    }

    @AfterEach
    void end() {
        spool.close();
    }

    @Test
    void whatTheHubHasNotTakenIsCopiedWholeUnderItsOwnKey() throws IOException {
        RecordingId recording = recording();

        round(AT_ONCE).run();

        BlobStore store = FileSystemBlobStore.open(mount, Clock.systemUTC());
        assertThat(store.verify(key(recording)).sha256().hex())
                .isEqualTo(spool.find(recording).orElseThrow().sha256());
        try (InputStream copy = store.open(key(recording))) {
            assertThat(copy.readAllBytes()).isEqualTo(Files.readAllBytes(file(recording)));
        }
    }

    @Test
    void whatTheHubHasTakenIsNotCopiedUnlessEverythingIs() {
        RecordingId recording = recording();
        spool.stored(recording);

        round(AT_ONCE).run();
        assertThat(copied(recording)).isFalse();

        round(new CopyRules(Duration.ofDays(1), true)).run();
        assertThat(copied(recording)).isTrue();
    }

    @Test
    void theHubHasItsTimeFirst() {
        RecordingId recording = recording();
        CopyRound round = round(new CopyRules(Duration.ofHours(1), false));

        assertThat(round.run()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));

        assertThat(copied(recording)).isFalse();
    }

    @Test
    void whatIsThereIsNotWrittenAgainAlsoAfterANewStart() throws IOException {
        RecordingId recording = recording();
        round(AT_ONCE).run();
        Path copy = mount.resolve(key(recording).path());
        Object written = Files.readAttributes(copy, "unix:ino").get("ino");

        round(AT_ONCE).run();

        assertThat(Files.readAttributes(copy, "unix:ino")).containsEntry("ino", written);
    }

    @Test
    void aDamagedCopyIsMadeAnew() throws IOException {
        RecordingId recording = recording();
        round(AT_ONCE).run();
        Path copy = mount.resolve(key(recording).path());
        Files.write(copy, new byte[1]);

        round(AT_ONCE).run();

        assertThat(Files.readAllBytes(copy)).isEqualTo(Files.readAllBytes(file(recording)));
    }

    @Test
    void aFolderThatIsNotMountedIsNotFilled() throws IOException {
        Files.delete(mount.resolve(MarkedFolder.MARKER));
        RecordingId recording = recording();
        CopyRound round = round(AT_ONCE);

        round.run();

        try (Stream<Path> left = Files.list(mount)) {
            assertThat(left).isEmpty();
        }
        Files.createFile(mount.resolve(MarkedFolder.MARKER));
        round.run();
        assertThat(copied(recording)).isTrue();
    }

    @Test
    void aFolderThatIsUnmountedBetweenTwoCopiesIsNotFilledEither() throws IOException {
        RecordingId first = recording();
        Path elsewhere = folder.resolve("elsewhere");
        AtomicInteger opened = new AtomicInteger();
        SecondaryPlace unmounting = () -> {
            BlobStore store = new MarkedFolder(mount, Clock.systemUTC()).open();
            if (opened.incrementAndGet() == 1) {
                moved(mount, elsewhere);
            }
            return store;
        };

        assertThat(round(AT_ONCE, unmounting).run()).isPositive();

        try (Stream<Path> left = Files.list(mount)) {
            assertThat(left).isEmpty();
        }
        assertThat(Files.exists(elsewhere.resolve(key(first).path()))).isFalse();
    }

    @Test
    void aRecordingThatIsDamagedHereKeepsNoOtherFromBeingCopied() throws IOException {
        RecordingId altered = recording();
        RecordingId shorter = recording();
        RecordingId good = recording();
        Files.write(file(altered), new byte[] {42}, StandardOpenOption.WRITE);
        Files.write(file(shorter), new byte[3]);

        round(AT_ONCE).run();

        assertThat(copied(altered)).isFalse();
        assertThat(copied(shorter)).isFalse();
        assertThat(copied(good)).isTrue();
    }

    @Test
    void aPlaceThatTakesNothingIsAskedLessAndLessOften() {
        recording();
        CopyRound round = round(AT_ONCE, full(Integer.MAX_VALUE), new Latest());

        assertThat(round.run()).isEqualTo(Duration.ofSeconds(2));
        assertThat(round.run()).isEqualTo(Duration.ofSeconds(4));
        for (int i = 0; i < 20; i++) {
            round.run();
        }
        assertThat(round.run()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whenThereIsRoomAgainEverythingThatWaitedIsCopied() throws InterruptedException {
        RecordingId first = recording();
        RecordingId second = recording();

        try (SecondaryCopies copies = SecondaryCopies.start(spool, tenant, camera, AT_ONCE, full(3), IMPATIENT)) {
            assertThat(copies).isNotNull();
            until("both copies", () -> copied(first) && copied(second));
        }
    }

    @Test
    void aPlaceThatHangsHoldsUpNeitherRecordingNorTheEnd() throws InterruptedException {
        recording();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        SecondaryPlace hanging = () -> {
            asked.countDown();
            while (never.getCount() > 0) {
                awaitStubbornly(never);
            }
            throw new BlobStoreFault("gone");
        };
        SecondaryCopies copies = SecondaryCopies.start(spool, tenant, camera, AT_ONCE, hanging, IMPATIENT);
        asked.await();

        RecordingId next = recording();
        copies.close();

        assertThat(spool.find(next)).isPresent();
        never.countDown();
    }

    /** As a disk that does not answer: being interrupted changes nothing. */
    private static void awaitStubbornly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            // goes on waiting
        }
    }

    private static void moved(Path from, Path to) {
        try {
            Files.move(from, to);
            Files.createDirectory(from);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Refuses that often. */
    private SecondaryPlace full(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return () -> {
            if (left.getAndDecrement() > 0) {
                throw new BlobStoreFault("no space left on device");
            }
            return new MarkedFolder(mount, Clock.systemUTC()).open();
        };
    }

    /** Always the longest wait. */
    private static final class Latest implements RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }

    private CopyRound round(CopyRules rules) {
        return round(rules, new MarkedFolder(mount, Clock.systemUTC()));
    }

    private CopyRound round(CopyRules rules, SecondaryPlace place) {
        return round(rules, place, IMPATIENT);
    }

    private CopyRound round(CopyRules rules, SecondaryPlace place, RandomGenerator random) {
        return new CopyRound(spool, tenant, camera, rules, place, random);
    }

    private boolean copied(RecordingId recording) {
        return Files.exists(mount.resolve(key(recording).path()));
    }

    private BlobKey key(RecordingId recording) {
        return BlobKey.recording(tenant, camera, NOON, recording);
    }

    private Path file(RecordingId recording) {
        return spool.find(recording).orElseThrow().file();
    }

    private RecordingId recording() {
        RecordingDraft draft = new RecordingDraft(RecordingId.fresh(), NOON, "video/mp4", 640, 360, Delivery.ON_DEMAND);
        OpenRecording open = spool.begin(draft);
        byte[] content = new byte[100_000];
        new Random(7).nextBytes(content);
        content[0] = 1;
        open.append(ByteBuffer.wrap(content));
        return open.close(Duration.ofSeconds(1), Optional.empty()).recording();
    }
}
