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
        ServerSocket first = bound(0);
        port = first.getLocalPort();
        admit(first);
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

    /** Nobody is cut off and newcomers get in, but what they say is lost, and nobody answers. */
    public void silence() {
        silent = true;
    }

    public void open() throws IOException {
        silent = false;
        cutAll(); // their talk has holes now
        if (door == null) {
            admit(bound(port));
        }
    }

    private static ServerSocket bound(int at) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(HERE, at));
        return socket;
    }

    private void admit(ServerSocket by) {
        door = by;
        start(() -> accept(by));
    }

    private void accept(ServerSocket from) {
        try {
            while (!from.isClosed()) {
                Socket near = from.accept();
                open.add(near);
                if (from != door) { // who came while it was being shut
                    near.close();
                } else if (!silent) {
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
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (!silent) {
                    out.write(some, 0, count);
                }
            }
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
