package io.vedette.agent.scripted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** One address for two servers: WebSockets here, other requests there. Lines can be cut from outside. */
final class OnePort implements AutoCloseable {
    private final ServerSocket front;
    private final int sockets;
    private final int requests;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong cutAfter = new AtomicLong(-1);

    OnePort(int sockets, int requests) throws IOException {
        this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.sockets = sockets;
        this.requests = requests;
        Thread.ofPlatform().daemon().name("one-port").start(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    /** Bytes of requests, WebSockets left out, that came from agents. */
    long received() {
        return received.get();
    }

    /** Cuts the line that carries the request in which that many more bytes have arrived; once. */
    void cutAfter(long bytes) {
        cutAfter.set(received.get() + bytes);
    }

    void cutAll() {
        open.forEach(OnePort::cut);
    }

    @Override
    public void close() throws IOException {
        front.close();
        cutAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket agent = front.accept();
                Thread.ofPlatform().daemon().start(() -> serve(agent));
            }
        } catch (IOException closed) {
            cutAll();
        }
    }

    private void serve(Socket agent) {
        open.add(agent);
        try (agent) {
            byte[] head = head(agent.getInputStream());
            String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
            boolean socket = text.contains("upgrade: websocket");
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), socket ? sockets : requests)) {
                open.add(server);
                server.getOutputStream().write(head);
                Thread back = Thread.ofPlatform().daemon().start(() -> pump(server, agent, false));
                pump(agent, server, !socket);
                back.join();
                open.remove(server);
            }
        } catch (IOException | InterruptedException over) {
            cut(agent);
        } finally {
            open.remove(agent);
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0 || head.size() > 16_000) {
                throw new IOException("no request");
            }
            head.write(b);
        }
        return head.toByteArray();
    }

    private void pump(Socket from, Socket to, boolean counted) {
        byte[] piece = new byte[8 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
                if (counted) {
                    long total = received.addAndGet(n);
                    long limit = cutAfter.get();
                    if (limit >= 0 && total >= limit && cutAfter.compareAndSet(limit, -1)) {
                        throw new IOException("cut");
                    }
                }
            }
            to.shutdownOutput();
        } catch (IOException over) {
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone, which was the aim
        }
    }
}
