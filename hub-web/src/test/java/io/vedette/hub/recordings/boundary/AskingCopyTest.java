package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.platform.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AskingCopyTest {
    private static final int SIZE = 1_000_000;
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final ByteArrayInputStream file = new ByteArrayInputStream(new byte[SIZE]);

    @Test
    void aFastReaderGetsEverythingWithoutAnotherQuestion() throws IOException {
        var out = new ByteArrayOutputStream();

        var told = new AtomicInteger();

        new AskingCopy(asked::incrementAndGet, now::get, told::addAndGet).send(file, out);

        assertThat(out.size()).isEqualTo(SIZE);
        assertThat(told).as("bytes that were said to be sent").hasValue(SIZE);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aSlowReaderWhoStillMayGetsEverything() throws IOException {
        var out = new SlowReader();

        new AskingCopy(asked::incrementAndGet, now::get, count -> {}).send(file, out);

        assertThat(out.size()).isEqualTo(SIZE);
        assertThat(asked.get()).isPositive();
    }

    @Test
    void aRightTakenAwayEndsADownloadUnderWay() {
        var out = new SlowReader();
        var copy = new AskingCopy(
                () -> {
                    throw Refusal.notFound();
                },
                now::get,
                count -> {});

        assertThatThrownBy(() -> copy.send(file, out)).isInstanceOf(IOException.class);
        assertThat(out.size()).isLessThan(SIZE);
    }

    /** Needs two seconds for each piece. */
    private final class SlowReader extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] piece, int offset, int length) {
            now.addAndGet(AskingCopy.ASK_EVERY.toNanos() * 2 / 5);
            super.write(piece, offset, length);
        }
    }
}
