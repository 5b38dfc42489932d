package io.vedette.bench.vault;

import io.vedette.bench.Figure;
import io.vedette.bench.hub.Folders;
import io.vedette.contracts.id.UploadId;
import io.vedette.stack.words.StackFailed;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.AppendLimits;
import io.vedette.vault.intake.Appending;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.intake.Finishing;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.IntakeProgress;
import io.vedette.vault.intake.UploadPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** P8: bytes that came and have to come again after a cut, over uploads that are cut again and again at any byte. */
final class AfterCut {
    private static final int PART = 8 << 20;
    private static final int BYTES = 3 * PART + 12_345;
    private static final int UPLOADS = 100;
    private static final AppendLimits LIMITS = new AppendLimits(PART, Duration.ofMinutes(1));

    private AfterCut() {}

    static void measure(Path folder, Consumer<Figure> out) {
        Random chance = new Random(8);
        byte[] content = new byte[BYTES];
        chance.nextBytes(content);
        Intake intake = Intake.open(folder, IntakeProgress.NOBODY);
        long worst = 0;
        long cuts = 0;
        for (int i = 0; i < UPLOADS; i++) {
            var plan = new UploadPlan(UploadId.fresh(), BYTES, Sha256.of(content));
            while (intake.offset(plan.upload()) < BYTES) {
                int offset = (int) intake.offset(plan.upload());
                int sent = 1 + chance.nextInt(Math.min(PART, BYTES - offset));
                Appending appending = intake.append(
                        plan, new Chunk(offset, Math.min(PART, BYTES - offset), cut(content, offset, sent)), LIMITS);
                long again = offset + sent - intake.offset(plan.upload());
                worst = Math.max(worst, again);
                cuts += appending instanceof Appending.Cut ? 1 : 0;
            }
            if (!(intake.finish(plan) instanceof Finishing.Verified)) {
                throw new StackFailed("An upload that was cut is not what was sent.");
            }
            intake.forget(plan.upload());
        }
        Folders.clear(folder);
        String words = String.format(
                Locale.ROOT,
                "at most %d bytes of %d again, %d cuts in %d uploads, all whole",
                worst,
                PART,
                cuts,
                UPLOADS);
        out.accept(Figure.within("P8.after-cut", worst, PART, words));
    }

    /** So many bytes, and then a line that breaks. */
    private static InputStream cut(byte[] content, int offset, int sent) {
        return new InputStream() {
            private final InputStream whole = new ByteArrayInputStream(content, offset, sent);

            @Override
            public int read() throws IOException {
                return here(whole.read());
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                return here(whole.read(into, at, most));
            }

            private int here(int read) throws IOException {
                if (read < 0) {
                    throw new IOException("cut");
                }
                return read;
            }
        };
    }
}
