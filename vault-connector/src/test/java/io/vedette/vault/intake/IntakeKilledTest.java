package io.vedette.vault.intake;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.Sha256;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IntakeKilledTest {
    private static final AppendLimits WIDE = new AppendLimits(8 << 20, Duration.ofMinutes(1));
    private static final int SIZE = 2_000_000;

    /** The process that is killed: appends what comes from its standard input and tells how far it is. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            UploadPlan plan = new UploadPlan(UploadId.of(arguments[1]), SIZE, Sha256.of(bytes(SIZE)));
            Intake intake = Intake.open(Path.of(arguments[0]), (upload, offset) -> System.out.println(offset));
            intake.append(plan, new Chunk(0, System.in), WIDE);
        }
    }

    @Test
    @Timeout(60)
    void whatAKilledProcessHadTakenInIsStillThereAndTheUploadGoesOn(@TempDir Path folder) throws Exception {
        byte[] content = bytes(SIZE);
        UploadPlan plan = new UploadPlan(UploadId.fresh(), SIZE, Sha256.of(content));
        long told = killInTheMiddle(folder, plan.upload(), content);

        Intake intake = Intake.open(folder, IntakeProgress.NOBODY);
        long offset = intake.offset(plan.upload());

        assertThat(offset).isBetween(told, SIZE - 1L);
        assertThat(folder.resolve(plan.upload() + ".part")).hasBinaryContent(Arrays.copyOf(content, (int) offset));
        Appending rest =
                intake.append(plan, new Chunk(offset, body(Arrays.copyOfRange(content, (int) offset, SIZE))), WIDE);
        assertThat(rest).isEqualTo(new Appending.Complete());
        assertThat(intake.finish(plan)).isInstanceOf(Finishing.Verified.class);
    }

    /** Feeds the process until it has told of some progress, and kills it while it waits for more. */
    private static long killInTheMiddle(Path folder, UploadId upload, byte[] content) throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        upload.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream feed = victim.getOutputStream();
                BufferedReader said = victim.inputReader()) {
            // progress is told every 200 ms at most: feed small pieces until it was
            int fed = 0;
            while (!said.ready() && fed < SIZE - 100_000 && victim.isAlive()) {
                feed.write(content, fed, 10_000);
                feed.flush();
                fed += 10_000;
                victim.waitFor(5, TimeUnit.MILLISECONDS);
            }
            long told = Long.parseLong(said.readLine());
            victim.destroyForcibly().waitFor(); // SIGKILL
            return told;
        } finally {
            victim.destroyForcibly();
        }
    }
}
