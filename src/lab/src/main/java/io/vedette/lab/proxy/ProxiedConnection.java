package io.vedette.lab.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection through the proxy. Safe for several threads. */
public final class ProxiedConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ProxiedConnection.class);
    private static final int QUEUE =
            16; // chunks on the way; enough for a delay, few enough that the sender feels a limit

    private record Chunk(byte[] bytes, long due) {}

    private final Socket client;
    private final Socket server;
    private final AtomicLongArray received = new AtomicLongArray(2);
    private final AtomicLongArray forwarded = new AtomicLongArray(2);
    private final AtomicInteger ways = new AtomicInteger(2);
    private volatile List<Thread> threads = List.of();
    private volatile boolean lost;

    ProxiedConnection(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    void start(Valve toServer, Valve toClient) {
        BlockingQueue<Chunk> up = new ArrayBlockingQueue<>(QUEUE);
        BlockingQueue<Chunk> down = new ArrayBlockingQueue<>(QUEUE);
        threads = List.of(
                thread(() -> take(client, up, toServer, Direction.TO_SERVER)),
                thread(() -> give(server, up, toServer, Direction.TO_SERVER)),
                thread(() -> take(server, down, toClient, Direction.TO_CLIENT)),
                thread(() -> give(client, down, toClient, Direction.TO_CLIENT)));
        threads.forEach(Thread::start);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Thread thread(Work work) {
        return Thread.ofVirtual().name("fault-proxy").unstarted(() -> {
            try {
                work.run();
            } catch (IOException e) {
                LOG.debug("a proxied connection broke: {}", e.getMessage());
                cut();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** An empty chunk stands for the end of what one side says. */
    private void take(Socket from, BlockingQueue<Chunk> queue, Valve valve, Direction way)
            throws IOException, InterruptedException {
        int length = 0;
        while (length >= 0) {
            byte[] buffer = new byte[valve.chunk()];
            length = from.getInputStream().read(buffer);
            if (valve.swallows()) {
                lost = true;
            } else {
                queue.put(new Chunk(Arrays.copyOf(buffer, Math.max(0, length)), valve.dueNow()));
            }
            count(received, valve.received, way, Math.max(0, length));
        }
    }

    private void give(Socket to, BlockingQueue<Chunk> queue, Valve valve, Direction way)
            throws IOException, InterruptedException {
        for (Chunk chunk = queue.take(); chunk.bytes().length > 0; chunk = queue.take()) {
            valve.admit(chunk.bytes().length, chunk.due());
            if (valve.swallows()) {
                lost = true;
                continue;
            }
            int pass = valve.beforeCut(chunk.bytes().length);
            to.getOutputStream().write(chunk.bytes(), 0, pass);
            count(forwarded, valve.forwarded, way, pass);
            if (pass < chunk.bytes().length) {
                cut();
                return;
            }
        }
        to.shutdownOutput();
        if (ways.decrementAndGet() == 0) {
            to.close();
            (to == client ? server : client).close();
        }
    }

    private static void count(AtomicLongArray own, AtomicLong all, Direction way, int bytes) {
        own.addAndGet(way.ordinal(), bytes);
        all.addAndGet(bytes);
    }

    /** Bytes that came in at the proxy to go this way. */
    public long received(Direction way) {
        return received.get(way.ordinal());
    }

    /** Bytes that left the proxy this way. */
    public long forwarded(Direction way) {
        return forwarded.get(way.ordinal());
    }

    public boolean isOpen() {
        return !client.isClosed();
    }

    /** Whether bytes were swallowed, so that what would still follow makes no sense to anybody. */
    boolean lostBytes() {
        return lost;
    }

    /** Cuts the connection to both sides at once, by a reset. */
    public void cut() {
        for (Socket socket : List.of(client, server)) {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException e) {
                LOG.debug("cutting what was broken already: {}", e.getMessage());
            }
        }
        threads.forEach(Thread::interrupt);
    }
}
