package io.vedette.vault.intake;

import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** However the line breaks, however often the hub restarts: in the end the bytes are the same, and none was counted twice. */
class IntakeCutsTest {
    private static final AppendLimits LIMITS = new AppendLimits(100_000, Duration.ofMinutes(1));

    /** One thing that happens to an upload: a chunk begun at the offset plus a slip, cut after so many bytes; perhaps a restart. */
    record Step(int slip, int cutAfter, boolean announced, boolean restart) {}

    private static final int MANY_CUTS = 2_000;

    private static int cuts;

    private Path folder;

    @BeforeProperty
    void folder() throws IOException {
        folder = Files.createTempDirectory("intake-cuts");
    }

    @AfterProperty
    void clear() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        assertThat(cuts).as("lines that broke in between").isGreaterThan(MANY_CUTS);
    }

    @Property(tries = 1300)
    void cutsAndResumesEndInTheSameBytes(
            @ForAll @IntRange(min = 1, max = 250_000) int size, @ForAll("steps") List<Step> steps) {
        byte[] content = bytes(size);
        UploadPlan plan = new UploadPlan(UploadId.fresh(), size, Sha256.of(content));
        Intake intake = Intake.open(folder, IntakeProgress.NOBODY);
        long expected = 0;

        for (Step step : steps) {
            if (step.restart()) {
                intake = Intake.open(folder, IntakeProgress.NOBODY);
            }
            long from = Math.clamp(expected + step.slip(), 0, size);
            Appending outcome = intake.append(plan, chunk(content, from, step), LIMITS);
            expected = expectedAfter(outcome, expected, from, step, size);
            assertThat(intake.offset(plan.upload())).isEqualTo(expected);
        }
        while (expected < size) {
            Appending outcome = intake.append(plan, chunk(content, expected, new Step(0, size, false, false)), LIMITS);
            assertThat(outcome)
                    .isInstanceOfAny(Appending.Appended.class, Appending.Complete.class, Appending.Cut.class);
            expected = intake.offset(plan.upload());
        }

        assertThat(intake.finish(plan))
                .isInstanceOfSatisfying(
                        Finishing.Verified.class,
                        verified -> assertThat(verified.file()).hasBinaryContent(content));
        intake.forget(plan.upload());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> slip = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(-1000, 1000)));
        return Combinators.combine(
                        slip,
                        Arbitraries.integers().between(0, 120_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(12);
    }

    private static Chunk chunk(byte[] content, long from, Step step) {
        byte[] rest = Arrays.copyOfRange(content, (int) from, content.length);
        int cut = Math.min(step.cutAfter(), rest.length);
        long announced = step.announced() ? Math.min(rest.length, LIMITS.maxBytes()) : Chunk.UNKNOWN;
        return new Chunk(from, announced, breakingAfter(rest, cut));
    }

    private static long expectedAfter(Appending outcome, long before, long from, Step step, int size) {
        long arrived = Math.min(before + Math.min(step.cutAfter(), LIMITS.maxBytes()), size);
        switch (outcome) {
            case Appending.WrongOffset wrong -> {
                assertThat(from).isNotEqualTo(before);
                assertThat(wrong.actual()).isEqualTo(before);
                return before;
            }
            case Appending.Appended appended -> assertThat(appended.newOffset()).isEqualTo(arrived);
            case Appending.Cut cut -> {
                cuts++;
                assertThat(cut.newOffset()).isEqualTo(arrived);
            }
            case Appending.Complete complete -> assertThat(arrived).isEqualTo(size);
            default -> throw new AssertionError("did not expect " + outcome);
        }
        assertThat(from).isEqualTo(before);
        return arrived;
    }
}
