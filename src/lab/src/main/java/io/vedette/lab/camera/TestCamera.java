package io.vedette.lab.camera;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.truth.GroundTruth;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera on this machine's loopback that plays a clip for ever: RTSP 1.0, plain or over TLS, with a password by digest or
 * basic authentication, RTP over the same connection or by UDP. {@code /main} has picture and sound, {@code /sub} a small picture. Safe for several threads.
 */
public final class TestCamera implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TestCamera.class);
    // small, so that a client that does not read is noticed within a second and not hidden by the kernel
    private static final int SEND_BUFFER = 128 * 1024;

    private volatile ClipFolder clip;
    private final CameraDoor door;
    private final LoopClock clock;
    private final Gate gate = new Gate();
    private final SecureRandom random = new SecureRandom();
    private final Set<RtspConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Mischief mischief = Mischief.NONE;
    private volatile Offer offer = Offer.USUAL;
    private int port;
    private @Nullable ServerSocket server;
    private @Nullable Thread acceptor;

    private TestCamera(ClipFolder clip, CameraDoor door, int port, LoopClock clock) {
        this.clip = clip;
        this.door = door;
        this.port = port;
        this.clock = clock;
    }

    /** Starts a camera; its loop begins now. Port 0 means any free one. */
    public static TestCamera start(ClipFolder clip, CameraLogin login, int port, Clock wall) throws IOException {
        return start(clip, CameraDoor.usual(login), port, wall);
    }

    /** The same behind another door. */
    public static TestCamera start(ClipFolder clip, CameraDoor door, int port, Clock wall) throws IOException {
        return start(clip, door, port, wall, System::nanoTime);
    }

    static TestCamera start(ClipFolder clip, CameraDoor door, int port, Clock wall, LongSupplier ticker)
            throws IOException {
        TestCamera camera = new TestCamera(clip, door, port, new LoopClock(wall, ticker));
        camera.start();
        return camera;
    }

    /** Opens the port again after {@link #stop}, the same one; the loop ran on meanwhile. */
    public synchronized void start() throws IOException {
        if (server != null) {
            return;
        }
        SSLContext tls = door.tls();
        ServerSocket opened =
                tls == null ? new ServerSocket() : tls.getServerSocketFactory().createServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        port = opened.getLocalPort();
        server = opened;
        acceptor = Thread.ofVirtual().name("camera-accept").start(() -> accept(opened));
    }

    private void accept(ServerSocket listening) {
        try (listening) {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                socket.setSendBufferSize(SEND_BUFFER);
                List<Mount> mounts = Mount.of(clip);
                List<Mount> offered =
                        mounts.stream().map(mount -> mount.as(offer, mounts)).toList();
                RtspConnection connection =
                        new RtspConnection(socket, offered, clock, gate, door, () -> mischief, random);
                connections.add(connection);
                Thread.ofVirtual().name("camera-client").start(() -> {
                    try {
                        connection.serve();
                    } finally {
                        connections.remove(connection);
                    }
                });
            }
        } catch (SocketException e) {
            LOG.debug("the camera stopped listening: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the port and all connections; the loop runs on. When it returns, nobody can connect any more. */
    public synchronized void stop() throws IOException {
        if (server != null && acceptor != null) {
            server.close();
            awaitEnd(acceptor);
            server = null;
            acceptor = null;
        }
        dropClients();
    }

    // the kernel closes the port only when the thread in accept() has let go of it; until then it takes connections
    private static void awaitEnd(Thread acceptor) throws InterruptedIOException {
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the camera closed its port");
        }
    }

    /** Falls silent: connections stay, new ones are taken, but neither media nor answers come. */
    public void pause() {
        gate.shut();
    }

    /** Goes on after {@link #pause} at the present position, from a key frame on when much was missed. */
    public void resume() {
        gate.open();
    }

    /** Closes all connections; clients may come back at once. */
    public void dropClients() {
        connections.forEach(RtspConnection::close);
    }

    /** From the next connection on the camera describes its streams in this way. */
    public void offer(Offer next) {
        offer = next;
    }

    /** From the next connection on the camera plays this clip, as one does that was set up anew; its clock runs on. */
    public void play(ClipFolder next) {
        clip = next;
    }

    /** From now on the camera does this wrong, to those who are connected as well. */
    public void misbehave(Mischief next) {
        mischief = next;
    }

    /** How many connections there are. */
    public int clients() {
        return connections.size();
    }

    public synchronized int port() {
        return port;
    }

    /** The address of the large picture with sound, without user and password. */
    public String mainUrl() {
        return scheme() + "://127.0.0.1:" + port() + "/main";
    }

    /** The address of the small picture, without user and password. */
    public String subUrl() {
        return scheme() + "://127.0.0.1:" + port() + "/sub";
    }

    private String scheme() {
        return door.tls() == null ? "rtsp" : "rtsps";
    }

    public GroundTruth truth() {
        return GroundTruth.of(
                clip.truth(), clock.anchor(), clock.position(clip.truth().loop()));
    }

    @Override
    public void close() throws IOException {
        gate.open(); // whoever waits there must be able to go
        stop();
    }
}
