package io.vedette.vault.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A way to a broker on this machine that can be shut and opened again, without the broker being any the wiser. */
public final class Gate implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int behind;
    private volatile boolean silent;
    private volatile @Nullable ServerSocket door;

    /** Where it stands is known before the broker is, as some brokers tell others where they are. */
    public Gate() throws IOException {
        door = listen(0);
        port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    public Gate to(int broker) {
        behind = broker;
        return this;
    }

    /** Whoever is under way is cut off, and nobody gets in. */
    public void shut() throws IOException {
        ServerSocket now = door;
        door = null;
        if (now != null) {
            now.close();
        }
        cutAll();
    }

    /** Whoever is under way is cut off; newcomers get in and hear nothing. */
    public void silence() throws IOException {
        silent = true;
        cutAll();
    }

    public void open() throws IOException {
        silent = false;
        cutAll(); // who heard nothing, hears nothing more
        if (door == null) {
            door = listen(port);
        }
    }

    private ServerSocket listen(int at) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(HERE, at));
        start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket from) {
        try {
            while (!from.isClosed()) {
                Socket near = from.accept();
                open.add(near);
                if (!silent) {
                    pass(near);
                }
            }
        } catch (IOException e) {
            // shut
        }
    }

    private void pass(Socket near) throws IOException {
        Socket far;
        try {
            far = new Socket(HERE, behind);
        } catch (IOException e) { // the broker itself is away
            near.close();
            return;
        }
        open.add(far);
        start(() -> copy(near, far));
        start(() -> copy(far, near));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // cut off
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void cutAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
            open.remove(socket);
        }
    }

    private static void start(Runnable work) {
        var unused = Thread.ofVirtual().start(work);
    }

    @Override
    public void close() throws IOException {
        shut();
    }
}
