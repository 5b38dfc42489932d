package io.vedette.agent.wire.listen;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens, and gives each connection a thread of its own for one request: platform threads, because whoever answers works with
 * native code. Who comes when all places are taken is sent away at once; who is slow is cut.
 */
public final class HttpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
    private static final int BACKLOG = 50;
    /** What is still read of a body that nobody wanted, so that the answer arrives before the connection is reset. */
    private static final long MOST_UNWANTED = 8 << 20;

    /**
     * What a stranger may spend.
     *
     * @param connections at once
     * @param head for TLS and everything up to the end of the headers
     * @param idle without a byte
     * @param total for the rest
     */
    public record Patience(int connections, Duration head, Duration idle, Duration total) {
        public static final Patience USUAL =
                new Patience(32, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofMinutes(5));
    }

    private final ServerSocket server;
    private final @Nullable ShownCertificate shown;
    private final Patience patience;
    private final Desk desk;
    private final Semaphore places;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("receiver-watch").factory());

    private HttpListener(ServerSocket server, @Nullable ShownCertificate shown, Patience patience, Desk desk) {
        this.server = server;
        this.shown = shown;
        this.patience = patience;
        this.desk = desk;
        this.places = new Semaphore(patience.connections());
    }

    /**
     * Listens at once.
     *
     * @param shown null for plain HTTP, which is for this machine alone
     * @throws IOException when the address is not this machine's, or taken
     */
    public static HttpListener open(
            InetSocketAddress address, @Nullable ShownCertificate shown, Patience patience, Desk desk)
            throws IOException {
        if (shown == null && !address.getAddress().isLoopbackAddress()) {
            throw new IOException("without a certificate nobody but this machine is listened to");
        }
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        HttpListener listener = new HttpListener(server, shown, patience, desk);
        Thread.ofPlatform().daemon().name("receiver").start(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket come = server.accept();
                if (places.tryAcquire()) {
                    open.add(come);
                    Thread.ofPlatform().daemon().name("receiver-one").start(() -> serve(come));
                } else {
                    LOG.debug("all places are taken");
                    come.close();
                }
            } catch (IOException e) {
                LOG.debug("nobody was let in: {}", e.getMessage());
                pause();
            }
        }
    }

    /** A machine without a file to spare has none a moment later either. */
    private void pause() {
        try {
            boolean unused = closed.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket plain) {
        AtomicReference<Future<?>> end = new AtomicReference<>(cutAfter(patience.head(), plain));
        try (plain) {
            plain.setSoTimeout(Math.toIntExact(patience.idle().toMillis()));
            plain.setTcpNoDelay(true);
            ShownCertificate certificate = shown;
            try (Socket connection = certificate == null ? plain : certificate.over(plain)) {
                answer(connection, () -> {
                    Future<?> before = end.getAndSet(cutAfter(patience.total(), plain));
                    before.cancel(false);
                });
            }
        } catch (IOException e) {
            LOG.debug("a request broke off: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.error("a request was not answered", e);
        } finally {
            end.get().cancel(false);
            open.remove(plain);
            places.release();
        }
    }

    private void answer(Socket connection, Runnable headRead) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        try {
            Request request = RequestReader.read(in);
            headRead.run();
            Response response = answered(request);
            write(connection.getOutputStream(), response, request.method());
            leaveUnread(request);
        } catch (RequestReader.Refused e) {
            write(connection.getOutputStream(), e.response(), "");
        }
    }

    private Response answered(Request request) throws IOException {
        try {
            return desk.answer(request);
        } catch (RuntimeException e) {
            LOG.error("a request of {} failed", request.method(), e);
            return Response.of(500, "That failed here.");
        }
    }

    private static void leaveUnread(Request request) throws IOException {
        long unwanted = 0;
        byte[] piece = new byte[8192];
        for (int n = 0; n >= 0 && unwanted < MOST_UNWANTED; unwanted += n) {
            n = request.body().read(piece);
        }
    }

    private static void write(OutputStream out, Response response, String method) throws IOException {
        byte[] words = response.words().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " .\r\nConnection: close\r\n");
        head.append("Cache-Control: no-store\r\n");
        response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (response.status() != 204) {
            head.append("Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + words.length + "\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!method.equals("HEAD") && response.status() != 204) {
            out.write(words);
        }
        out.flush();
    }

    private Future<?> cutAfter(Duration limit, Socket plain) {
        return watch.schedule(() -> cut(plain), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void cut(Socket plain) {
        try {
            plain.close();
        } catch (IOException e) {
            LOG.debug("a connection that cannot be closed is gone already: {}", e.getMessage());
        }
    }

    /** Nobody is let in any more, and who is here is cut. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        open.forEach(HttpListener::cut);
        boolean rested = false;
        try {
            rested = places.tryAcquire(patience.connections(), 2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.debug("everybody has left: {}", rested);
        watch.shutdownNow();
    }
}
