package io.vedette.vault.intake;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import io.vedette.vault.contract.Bodies;
import io.vedette.vault.disk.DurableFolder;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import io.vedette.vault.intake.Appending.Cut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final AppendLimits WIDE = new AppendLimits(8 << 20, Duration.ofMinutes(1));

    @TempDir
    Path temp;

    private final UploadId upload = UploadId.fresh();
    private final byte[] content = bytes(300_000);
    private final UploadPlan plan = new UploadPlan(upload, content.length, Sha256.of(content));
    private Intake intake;

    @BeforeEach
    void open() {
        intake = Intake.open(temp.resolve("intake"), IntakeProgress.NOBODY);
    }

    @Test
    void anUploadInPiecesIsVerifiedAndHandedToTheVault() throws IOException {
        assertThat(intake.offset(upload)).isZero();
        assertThat(append(0, 100_000)).isEqualTo(new Appending.Appended(100_000));
        assertThat(append(100_000, 200_000)).isEqualTo(new Appending.Appended(200_000));
        assertThat(intake.finish(plan)).isEqualTo(new Finishing.Incomplete(200_000));
        assertThat(append(200_000, 300_000)).isEqualTo(new Appending.Complete());

        Finishing finished = intake.finish(plan);

        assertThat(finished).isInstanceOf(Finishing.Verified.class);
        var vault = FileSystemBlobStore.open(temp.resolve("vault"), Clock.systemUTC());
        var key = Bodies.fresh();
        vault.adopt(key, ((Finishing.Verified) finished).file(), Bodies.spec(content));
        intake.forget(upload);
        assertThat(vault.verify(key).bytes()).isEqualTo(300_000);
        assertThat(intake.held()).isEmpty();
    }

    @Test
    void anUploadWhoseLengthNobodyKnowsIsTakenUpToItsMostAndCutWhereItIsWhole() throws IOException {
        var first = new Chunk(0, new ByteArrayInputStream(content, 0, 200_000));
        assertThat(intake.append(upload, 250_000, first, WIDE)).isEqualTo(new Appending.Appended(200_000));
        var rest = new Chunk(200_000, 100_000, new ByteArrayInputStream(content, 200_000, 100_000));
        assertThat(intake.append(upload, 250_000, rest, WIDE)).isEqualTo(new Appending.TooLong(50_000));

        byte[] kept = Arrays.copyOf(content, 150_000);
        var cut = new UploadPlan(upload, kept.length, Sha256.of(kept));
        assertThat(intake.cut(upload, file -> 150_000)).contains(cut);
        assertThat(intake.cut(upload, file -> 150_000)).contains(cut);
        assertThat(intake.finish(cut)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void ofAnUploadWithNothingWholeInItNothingIsLeftAndOneThatNeverCameIsNotLookedAt() {
        append(0, 100_000);
        assertThat(intake.lastByteAt(upload)).isPresent();

        assertThat(intake.cut(upload, file -> 0)).isEmpty();

        assertThat(intake.held()).isEmpty();
        assertThat(intake.lastByteAt(upload)).isEmpty();
        assertThat(intake.cut(UploadId.fresh(), file -> 1)).isEmpty();
    }

    @Test
    void everyByteThatArrivedBeforeTheCutIsKept() {
        Appending cut = intake.append(plan, new Chunk(0, 300_000, breakingAfter(content, 123_457)), WIDE);

        assertThat(cut).isEqualTo(new Cut(123_457, Cut.Why.BROKEN));
        assertThat(intake.offset(upload)).isEqualTo(123_457);
        assertThat(append(123_457, 300_000)).isEqualTo(new Appending.Complete());
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void aChunkThatEndsBeforeItsAnnouncedLengthIsCutAndKept() {
        Appending cut = intake.append(plan, new Chunk(0, 1000, body(Arrays.copyOf(content, 700))), WIDE);

        assertThat(cut).isEqualTo(new Cut(700, Cut.Why.ENDED_EARLY));
        assertThat(intake.offset(upload)).isEqualTo(700);
    }

    @Test
    void aWrongOffsetChangesNothingAndReadsNothing() {
        append(0, 1000);
        var early = new ByteArrayInputStream(content);

        assertThat(intake.append(plan, new Chunk(500, early), WIDE)).isEqualTo(new Appending.WrongOffset(1000));
        assertThat(intake.append(plan, new Chunk(1001, early), WIDE)).isEqualTo(new Appending.WrongOffset(1000));
        assertThat(early.available()).isEqualTo(content.length);
        assertThat(intake.offset(upload)).isEqualTo(1000);
    }

    @Test
    void nothingIsReadPastThePlanOrTheLimit() {
        var more = new ByteArrayInputStream(Arrays.copyOf(content, 400_000));
        AppendLimits narrow = new AppendLimits(100_000, Duration.ofMinutes(1));

        assertThat(intake.append(plan, new Chunk(0, more), narrow)).isEqualTo(new Appending.Appended(100_000));
        assertThat(more.available()).isEqualTo(300_000);
        assertThat(intake.append(plan, new Chunk(100_000, more), WIDE)).isEqualTo(new Appending.Complete());
        assertThat(more.available()).isEqualTo(100_000);
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void anAnnouncedLengthThatDoesNotFitIsRefusedUnread() {
        var body = new ByteArrayInputStream(content);

        assertThat(intake.append(plan, new Chunk(0, 300_001, body), WIDE)).isEqualTo(new Appending.TooLong(300_000));
        assertThat(intake.append(plan, new Chunk(0, 11, body), new AppendLimits(10, Duration.ofMinutes(1))))
                .isEqualTo(new Appending.TooLong(10));
        assertThat(body.available()).isEqualTo(300_000);
        assertThat(intake.held()).isEmpty();
    }

    @Test
    void aWholeUploadTakesNoMore() {
        append(0, 300_000);
        var more = new ByteArrayInputStream(content);

        assertThat(intake.append(plan, new Chunk(300_000, more), WIDE)).isEqualTo(new Appending.Complete());
        assertThat(intake.append(plan, new Chunk(0, more), WIDE)).isEqualTo(new Appending.WrongOffset(300_000));
        assertThat(more.available()).isEqualTo(300_000);
    }

    @Test
    void wrongBytesAreThrownAwayAndTheUploadBeginsAgain() {
        byte[] flipped = content.clone();
        flipped[200_000] ^= 1;
        intake.append(plan, new Chunk(0, body(flipped)), WIDE);

        assertThat(intake.finish(plan)).isEqualTo(new Finishing.Mismatch(Sha256.of(flipped)));
        assertThat(intake.offset(upload)).isZero();

        append(0, 300_000);
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void aFileThatIsLongerThanThePlanIsNotVerified() {
        append(0, 300_000);
        byte[] shorter = Arrays.copyOf(content, 1000);

        assertThat(intake.finish(new UploadPlan(upload, 1000, Sha256.of(shorter))))
                .isInstanceOf(Finishing.Mismatch.class);
        assertThat(intake.offset(upload)).isZero();
    }

    @Test
    void anotherIntakeOnTheSameFolderGoesOnWhereTheFilesEnd() {
        append(0, 150_000);

        intake = Intake.open(temp.resolve("intake"), IntakeProgress.NOBODY);

        assertThat(intake.held()).containsExactly(upload);
        assertThat(append(150_000, 300_000)).isEqualTo(new Appending.Complete());
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void aCancelledUploadStaysCancelled() {
        append(0, 1000);

        intake.cancel(upload);

        assertThat(intake.held()).isEmpty();
        assertThat(append(0, 1000)).isEqualTo(new Appending.Cancelled());
        assertThat(intake.finish(plan)).isEqualTo(new Finishing.Cancelled());
        assertThat(intake.held()).isEmpty();
    }

    @Test
    void uploadsDoNotDisturbEachOther() {
        UploadPlan other = new UploadPlan(UploadId.fresh(), 10, Sha256.of(bytes(10)));
        append(0, 1000);
        intake.append(other, new Chunk(0, body(bytes(10))), WIDE);

        intake.cancel(upload);

        assertThat(intake.finish(other)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void aFailingDiskIsAFaultAndNotTheClientsDoing() throws IOException {
        Files.createDirectory(temp.resolve("intake").resolve(upload + ".part"));

        assertThatThrownBy(() -> append(Files.size(temp.resolve("intake").resolve(upload + ".part")), 300_000))
                .isInstanceOf(BlobStoreFault.class);
    }

    @Test
    void progressIsToldNowAndThenAndAtTheEnd() throws IOException {
        List<Long> told = new ArrayList<>();
        AtomicLong nanos = new AtomicLong();
        // every look at the clock is 150 ms after the one before: a 64 KiB buffer each, so every second one is told
        intake = new Intake(
                DurableFolder.open(temp.resolve("intake")),
                (id, offset) -> told.add(offset),
                () -> nanos.addAndGet(150_000_000));

        append(0, 300_000);

        assertThat(told).containsExactly(2 * 65_536L, 4 * 65_536L, 300_000L);
    }

    private Appending append(long from, int to) {
        return intake.append(plan, new Chunk(from, body(Arrays.copyOfRange(content, (int) from, to))), WIDE);
    }
}
