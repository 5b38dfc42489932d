package io.vedette.vault.event.rabbit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Address;
import com.rabbitmq.client.AddressResolver;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.vedette.vault.network.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection with one channel in the mode of confirming. Cut once, it stays so. */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final RabbitSettings settings;
    private final AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
    private volatile @Nullable Connection connection;
    private volatile boolean cut;
    private volatile @Nullable String blocked;

    Line(RabbitSettings settings) {
        this.settings = settings;
    }

    /** Blocks; {@link #cut()} from elsewhere ends it. */
    Channel open(Guard guard) throws IOException, TimeoutException {
        Connection opened = factory().newConnection(null, addresses(guard), "vedette");
        connection = opened;
        opened.addBlockedListener(reason -> blocked = reason, () -> blocked = null);
        Channel channel = opened.createChannel();
        if (channel == null) {
            throw new IOException("the broker gives no channel");
        }
        var unused = channel.confirmSelect();
        return channel;
    }

    /** Why the broker takes nothing for now; null when it does. */
    @Nullable
    String blocked() {
        return blocked;
    }

    private ConnectionFactory factory() {
        var factory = new ConnectionFactory();
        int step = step();
        factory.setPort(settings.port());
        factory.setVirtualHost(settings.virtualHost());
        factory.setUsername(settings.user());
        factory.setPassword(settings.password().reveal());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(step);
        factory.setHandshakeTimeout(step);
        factory.setChannelRpcTimeout(step);
        factory.setShutdownTimeout(step);
        factory.setRequestedHeartbeat((int) HEARTBEAT.toSeconds());
        factory.setThreadFactory(
                work -> Thread.ofPlatform().daemon().name("vedette-rabbit").unstarted(work));
        if (settings.tls()) {
            try {
                factory.useSslProtocol(SSLContext.getDefault());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no TLS", e);
            }
            factory.enableHostnameVerification();
        }
        factory.setSocketConfigurator(factory.getSocketConfigurator().andThen(this::watch));
        return factory;
    }

    private void watch(Socket one) throws IOException {
        socket.set(one);
        if (cut) {
            throw new IOException("given up");
        }
    }

    /** Looked up once for each opening, and checked before the client sees them; the host's name stays for the certificate. */
    private AddressResolver addresses(Guard guard) {
        return () -> guard.resolve(settings.host()).stream()
                .<Address>map(address -> new Checked(settings.host(), address, settings.port()))
                .toList();
    }

    private static final class Checked extends Address {
        private final InetAddress address;

        Checked(String host, InetAddress address, int port) {
            super(host, port);
            this.address = address;
        }

        /** The client's own would look the name up a second time. */
        @Override
        public InetSocketAddress toInetSocketAddress(int defaultPort) {
            return new InetSocketAddress(address, getPort());
        }
    }

    /** With a word to the broker. */
    @Override
    public void close() {
        Connection one = connection;
        if (one != null) {
            one.abort(AMQP.REPLY_SUCCESS, "done", step());
        }
        cut();
    }

    /** At once and from any thread: whatever reads or writes here ends with an exception. */
    void cut() {
        cut = true;
        Socket one = socket.get();
        if (one != null) {
            try {
                one.close();
            } catch (IOException e) {
                LOG.debug("a socket did not close", e);
            }
        }
    }

    private int step() {
        return (int) settings.patience().part(4).toMillis();
    }
}
