package io.vedette.hub.platform.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SendQueueTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SendQueue queue = new SendQueue();
    private ServerSocketChannel server;
    private SocketChannel reader;
    private SocketChannel writer;

    @BeforeEach
    void connect() throws IOException {
        server = listening();
        reader = SocketChannel.open(server.getLocalAddress());
        writer = server.accept();
        queue.heardAt(server.socket().getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        writer.close();
        server.close();
    }

    @Test
    void theEndDoesNotWaitWhenNothingIsLeftToSend() throws InterruptedException {
        assertThat(queue.drain(LONG)).isZero();
    }

    @Test
    void whatNobodyReadsIsWaitedForUntilPatienceIsOver() throws Exception {
        fill();

        assertThat(queue.drain(SHORT)).isPositive();
    }

    @Test
    void itIsOverOnceAllHasBeenRead() throws Exception {
        long sent = fill();
        Thread reading = Thread.ofVirtual().start(() -> read(sent));

        assertThat(queue.drain(LONG)).isZero();
        reading.join();
    }

    @Test
    void aPortThatNoRequestCameToIsNotWaitedFor() throws Exception {
        fill();
        try (ServerSocketChannel other = listening()) {
            var another = new SendQueue();
            another.heardAt(other.socket().getLocalPort());

            assertThat(another.drain(LONG)).isZero();
        }
    }

    @Test
    void everyPortThatRequestsCameToIsWaitedForWhicheverWasAskedLast() throws Exception {
        fill();
        try (ServerSocketChannel other = listening()) {
            queue.heardAt(other.socket().getLocalPort());

            assertThat(queue.drain(SHORT)).isPositive();
        }
    }

    private static ServerSocketChannel listening() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Writes until the system takes no more. */
    private long fill() throws IOException {
        ByteBuffer some = ByteBuffer.allocate(1 << 20);
        long sent = 0;
        writer.configureBlocking(false);
        for (int taken = writer.write(some.clear()); taken > 0; taken = writer.write(some.clear())) {
            sent += taken;
        }
        return sent;
    }

    private void read(long bytes) {
        ByteBuffer some = ByteBuffer.allocate(1 << 16);
        try {
            for (long left = bytes; left > 0; left -= some.position()) {
                reader.read(some.clear());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
