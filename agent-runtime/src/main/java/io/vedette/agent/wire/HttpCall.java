package io.vedette.agent.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One request of HTTP/1.1 on a connection of its own, with a body of known length. Made once, sent once, by one thread;
 * {@link #abort} may come from any other. Redirects are not followed: the hub never sends one here, and nobody else may send us elsewhere.
 */
public final class HttpCall {
    private final Peer peer;
    private final String method;
    private final String head;
    private final RequestBody body;
    private final Limits limits;
    private final CountDownLatch done = new CountDownLatch(1);

    private volatile @Nullable Socket socket;
    private volatile @Nullable String aborted;
    private volatile boolean reached;
    private volatile long lastMove = System.nanoTime();
    private final AtomicLong sent = new AtomicLong();

    /** Header names and values are ours or the hub's; {@link IllegalArgumentException} when one would break the request. */
    public HttpCall(
            Peer peer, String method, String path, Map<String, String> headers, RequestBody body, Limits limits) {
        this.peer = peer;
        this.method = method;
        this.body = body;
        this.limits = limits;
        this.head = head(peer, method, HubAddress.checked(path), headers, body.length());
    }

    private static String head(Peer peer, String method, String path, Map<String, String> headers, long length) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        head.append("Host: ").append(peer.authority()).append("\r\nConnection: close\r\nUser-Agent: vedette-agent\r\n");
        if (length > 0 || (!method.equals("HEAD") && !method.equals("GET"))) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        headers.forEach((name, value) -> {
            if (!value.matches("[ -~]*") || !name.matches("[A-Za-z0-9-]+")) {
                throw new IllegalArgumentException("a header of the request cannot be sent: " + name);
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        return head.append("\r\n").toString();
    }

    /**
     * Sends the request and waits for the answer.
     *
     * @throws IOException when there is none: not reached, cut, too slow, aborted, or the body cannot be read. How much of the
     *     body arrived is unknown.
     */
    public HttpAnswer send() throws IOException {
        Thread.ofVirtual().name("limits of " + method).start(this::watch);
        try (Socket plain = Wire.connect(peer, limits.connect())) {
            socket = plain;
            lastMove = System.nanoTime();
            refuseIfAborted();
            plain.setSoTimeout(Math.toIntExact(limits.idle().toMillis()));
            try (Socket open = peer.secure() ? Wire.secure(plain, peer) : plain) {
                return exchange(open);
            }
        } catch (IOException e) {
            refuseIfAborted();
            throw e;
        } finally {
            done.countDown();
        }
    }

    private HttpAnswer exchange(Socket open) throws IOException {
        AnswerReader answer = new AnswerReader(new BufferedInputStream(open.getInputStream()));
        Moving out = new Moving(open.getOutputStream());
        reached = true;
        try {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            sent.set(0);
            body.writeTo(out);
            out.flush();
        } catch (IOException e) {
            refuseIfAborted();
            if (!out.broken) {
                throw e; // the body's own fault: the hub waits for the rest and has nothing to answer
            }
            // The hub may refuse in mid-body and close: what it said is worth more than the broken pipe.
            try {
                return answer.read(method);
            } catch (IOException unread) {
                e.addSuppressed(unread);
                throw e;
            }
        }
        return answer.read(method);
    }

    /** Ends the request now, wherever it stands; {@link #send} then throws. Bytes not yet on their way are thrown away. */
    public void abort() {
        abort("aborted");
    }

    /** Whether anything was said to whoever is there: false until a connection stood, TLS included. */
    public boolean reached() {
        return reached;
    }

    /** Bytes of the body handed to the network so far. */
    public long sent() {
        return sent.get();
    }

    private void abort(String why) {
        if (aborted == null) {
            aborted = why;
        }
        Socket open = socket;
        if (open != null) {
            Wire.cut(open);
        }
    }

    private void refuseIfAborted() throws IOException {
        String why = aborted;
        if (why != null) {
            throw new SocketTimeoutException("the request was ended: " + why);
        }
    }

    /** A write to a peer that does not read blocks for ever and no socket option ends it; this does. */
    private void watch() {
        long began = System.nanoTime();
        long step = Math.clamp(limits.idle().toMillis() / 4, 10, 1000);
        try {
            while (!done.await(step, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                if (now - began > limits.total().toNanos()) {
                    abort("it took too long");
                } else if (socket != null && now - lastMove > 2 * limits.idle().toNanos()) {
                    abort("nothing moved");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that something moves, and how much. */
    private final class Moving extends OutputStream {
        private static final int PIECE = 16 * 1024;

        private final OutputStream out;
        private boolean broken;

        Moving(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int at = 0; at < length; at += PIECE) {
                int piece = Math.min(PIECE, length - at);
                try {
                    out.write(bytes, from + at, piece);
                } catch (IOException e) {
                    broken = true;
                    throw e;
                }
                sent.addAndGet(piece);
                lastMove = System.nanoTime();
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
