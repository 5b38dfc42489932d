package io.vedette.vault.intake;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Appending.Cut;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeRaceTest {
    private static final AppendLimits WIDE = new AppendLimits(8 << 20, Duration.ofMinutes(1));

    @TempDir
    Path temp;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final UploadId upload = UploadId.fresh();
    private final byte[] content = bytes(200_000);
    private final UploadPlan plan = new UploadPlan(upload, content.length, Sha256.of(content));
    private Intake intake;

    @BeforeEach
    void open() {
        intake = Intake.open(temp, IntakeProgress.NOBODY);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void cancellingStopsAnAppendThatHangsWithinASecond() throws Exception {
        var hanging = new HangingBody(Arrays.copyOf(content, 70_000), true);
        Future<Appending> running = threads.submit(() -> intake.append(plan, new Chunk(0, hanging), WIDE));
        hanging.awaitHanging();

        intake.cancel(upload);

        assertThat(running.get(1, TimeUnit.SECONDS)).isEqualTo(new Appending.Cancelled());
        assertThat(intake.held()).isEmpty();
    }

    @Test
    void cancellingHoldsEvenIfTheBodyCannotBeClosed() throws Exception {
        var stubborn = new HangingBody(Arrays.copyOf(content, 70_000), false);
        Future<Appending> running = threads.submit(() -> intake.append(plan, new Chunk(0, stubborn), WIDE));
        stubborn.awaitHanging();

        intake.cancel(upload);
        assertThat(intake.held()).isEmpty();
        stubborn.letGo();

        assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(new Appending.Cancelled());
        assertThat(intake.held()).isEmpty();
    }

    @Test
    void aNewcomerTakesThePlaceOfAnAppendThatHangs() throws Exception {
        var hanging = new HangingBody(Arrays.copyOf(content, 70_000), true);
        Future<Appending> former = threads.submit(() -> intake.append(plan, new Chunk(0, hanging), WIDE));
        hanging.awaitHanging();

        Appending next = append(intake.offset(upload), 200_000);

        assertThat(next).isEqualTo(new Appending.Complete());
        assertThat(former.get(10, TimeUnit.SECONDS)).isEqualTo(new Cut(70_000, Cut.Why.TAKEN_OVER));
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void whatADeadLineStillGivesAfterTheTakeoverIsNotWritten() throws Exception {
        var stubborn = new HangingBody(Arrays.copyOf(content, 70_000), false);
        Future<Appending> former = threads.submit(() -> intake.append(plan, new Chunk(0, stubborn), WIDE));
        stubborn.awaitHanging();

        assertThat(append(70_000, 100_000)).isEqualTo(new Appending.Appended(100_000));
        stubborn.letGo();

        assertThat(former.get(10, TimeUnit.SECONDS)).isEqualTo(new Cut(70_000, Cut.Why.TAKEN_OVER));
        assertThat(intake.offset(upload)).isEqualTo(100_000);
        append(100_000, 200_000);
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void aNewcomerWithAStaleOffsetDoesNotDisturbTheWriter() throws Exception {
        var hanging = new HangingBody(Arrays.copyOf(content, 70_000), true);
        Future<Appending> former = threads.submit(() -> intake.append(plan, new Chunk(0, hanging), WIDE));
        hanging.awaitHanging();

        assertThat(append(0, 200_000)).isEqualTo(new Appending.WrongOffset(70_000));

        assertThat(former.isDone()).isFalse();
        hanging.letGo();
        assertThat(former.get(10, TimeUnit.SECONDS)).isEqualTo(new Cut(70_000, Cut.Why.BROKEN));
    }

    @Test
    void anAppendThatTakesTooLongIsEndedAndItsBytesAreKept() throws Exception {
        var hanging = new HangingBody(Arrays.copyOf(content, 70_000), true);
        AppendLimits brief = new AppendLimits(8 << 20, Duration.ofMillis(50));

        Appending late = threads.submit(() -> intake.append(plan, new Chunk(0, hanging), brief))
                .get(10, TimeUnit.SECONDS);

        assertThat(late).isEqualTo(new Cut(70_000, Cut.Why.TOO_SLOW));
        assertThat(intake.offset(upload)).isEqualTo(70_000);
    }

    @Test
    void manyWritersOfOneUploadNeverCountAByteTwice() throws Exception {
        var start = new CyclicBarrier(4);
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                int turns = 0;
                long at = intake.offset(upload);
                while (at < plan.bytes() && turns < 100_000) {
                    append(at, (int) Math.min(at + 7_001, plan.bytes()));
                    at = intake.offset(upload);
                    turns++;
                }
                return turns;
            }));
        }

        for (Future<Integer> writer : writers) {
            assertThat(writer.get(60, TimeUnit.SECONDS)).isLessThan(100_000);
        }
        assertThat(intake.offset(upload)).isEqualTo(200_000);
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    @Test
    void anAppendThatIsOverIsNotClosedLater() {
        boolean[] closed = new boolean[1];
        var body = new ByteArrayInputStream(content) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        intake.append(plan, new Chunk(0, body), WIDE);

        intake.cancel(upload);

        assertThat(closed[0]).isFalse();
    }

    private Appending append(long from, int to) {
        return intake.append(plan, new Chunk(from, body(Arrays.copyOfRange(content, (int) from, to))), WIDE);
    }
}
