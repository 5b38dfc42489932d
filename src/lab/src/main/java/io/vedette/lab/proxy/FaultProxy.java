package io.vedette.lab.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP proxy on the loopback that makes a bad network. Everything can be switched while connections are open, and holds for all of
 * them and for those to come. Safe for several threads.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultProxy.class);
    private static final int CONNECT_LIMIT_MS = 3000;
    private static final int BUFFER = 64 * 1024; // small, so that a sender feels a limit soon

    private final InetSocketAddress target;
    private final ServerSocket listening;
    private final Valve toServer = new Valve(System::nanoTime);
    private final Valve toClient = new Valve(System::nanoTime);
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    private FaultProxy(InetSocketAddress target, ServerSocket listening) {
        this.target = target;
        this.listening = listening;
    }

    /** Starts a proxy on any free port, which at first does no harm. */
    public static FaultProxy before(String host, int port) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReceiveBufferSize(BUFFER);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        FaultProxy proxy = new FaultProxy(new InetSocketAddress(host, port), listening);
        Thread.ofVirtual().name("fault-proxy-accept").start(proxy::accept);
        return proxy;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().name("fault-proxy-connect").start(() -> connect(client));
            } catch (IOException e) {
                LOG.debug("the proxy stopped listening: {}", e.getMessage());
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        ProxiedConnection connection = new ProxiedConnection(client, server);
        connections.add(connection);
        try {
            if (refusing || listening.isClosed()) {
                connection.cut();
                return;
            }
            client.setTcpNoDelay(true);
            client.setSendBufferSize(BUFFER);
            server.setTcpNoDelay(true);
            server.connect(target, CONNECT_LIMIT_MS);
            connection.start(toServer, toClient);
        } catch (IOException e) {
            LOG.debug("nobody behind the proxy: {}", e.getMessage());
            connection.cut();
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Lets pass at most so many bytes a second, over all connections. */
    public void limit(Direction way, long bytesPerSecond) {
        valve(way).limit(bytesPerSecond);
    }

    public void unlimit(Direction way) {
        valve(way).limit(Long.MAX_VALUE);
    }

    /** Adds a time to everything that comes in from now on; does not slow the flow by itself. */
    public void delay(Direction way, Duration delay) {
        valve(way).delay(delay);
    }

    /** Forwards exactly so many more bytes this way, over all connections, and then cuts the one that had more. Works once. */
    public void cutAfter(Direction way, long bytes) {
        valve(way).cutAfter(bytes);
    }

    /** Resets all connections; new ones may come at once. */
    public void cutNow() {
        connections.forEach(ProxiedConnection::cut);
    }

    /** Holds everything back, both ways, and loses nothing. */
    public void pause() {
        toServer.pause(true);
        toClient.pause(true);
    }

    public void resume() {
        toServer.pause(false);
        toClient.pause(false);
    }

    /** Swallows everything, both ways, as a firewall that forgot the connection does: nothing breaks, nothing arrives. */
    public void blackHole() {
        toServer.swallow(true);
        toClient.swallow(true);
    }

    /** Ends {@link #blackHole} and resets the connections that lost bytes in it. */
    public void heal() {
        toServer.swallow(false);
        toClient.swallow(false);
        connections.stream().filter(ProxiedConnection::lostBytes).forEach(ProxiedConnection::cut);
    }

    /** Whether new connections are reset at once. Open ones stay. */
    public void refuse(boolean value) {
        refusing = value;
    }

    /** All connections since the start, in order, the ended ones too. */
    public List<ProxiedConnection> connections() {
        return List.copyOf(connections);
    }

    /** Bytes that came in at the proxy to go this way, over all connections. */
    public long received(Direction way) {
        return valve(way).received.get();
    }

    /** Bytes that left the proxy this way, over all connections. */
    public long forwarded(Direction way) {
        return valve(way).forwarded.get();
    }

    private Valve valve(Direction way) {
        return switch (way) {
            case TO_SERVER -> toServer;
            case TO_CLIENT -> toClient;
        };
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutNow();
    }
}
