package io.vedette.vault.event.rabbit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.vedette.contracts.Secret;
import io.vedette.vault.contract.Arrived;
import io.vedette.vault.contract.Gate;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real RabbitMQ, as Debian installs it: a process of the test's own, with its own folders and ports, behind a gate. */
final class RabbitServer implements AutoCloseable {
    // not Debian's own script in the path: that one becomes another user
    private static final Path PROGRAM = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private final AtomicInteger queues = new AtomicInteger();
    private final Gate gate = new Gate();
    private final int port = freePort();
    private final Map<String, String> environment;
    private final Process names;
    private final Process broker;
    private final Connection connection;
    private final Channel channel;

    static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    RabbitServer(Path folder) throws Exception {
        Path file = folder.resolve("rabbitmq.conf");
        Files.writeString(
                file,
                "listeners.tcp.1 = 127.0.0.1:" + port + "\nmax_message_size = 1000000\nlog.console.level = error\n");
        Files.writeString(folder.resolve("enabled_plugins"), "[].\n");
        int epmd = freePort();
        // Erlang's daemon of names: started here, it ends here; else the broker starts one that outlives it
        names = new ProcessBuilder("epmd", "-address", "127.0.0.1", "-port", Integer.toString(epmd))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        environment = Map.ofEntries(
                Map.entry("HOME", folder.toString()),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("ERL_EPMD_PORT", Integer.toString(epmd)),
                Map.entry("RABBITMQ_NODENAME", "test-" + port + "@localhost"),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", Integer.toString(port)),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(freePort())),
                Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
                Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
                Map.entry("RABBITMQ_CONFIG_FILE", file.toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("enabled_plugins").toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
                Map.entry("RABBITMQ_LOGS", "-"));
        var builder = new ProcessBuilder(PROGRAM.toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        broker = builder.start();
        awaitReady();
        connection = factory("guest", "guest").newConnection();
        channel = connection.createChannel();
        gate.to(port);
    }

    /** The broker says so itself. What it says later is read away, lest it waits for a reader. */
    private void awaitReady() throws IOException {
        BufferedReader said = broker.inputReader(UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains("completed with")) {
                var unused = Thread.ofVirtual().start(() -> said.lines().forEach(later -> {}));
                return;
            }
        }
        close(names, broker);
        throw new IllegalStateException("RabbitMQ did not start: " + lines);
    }

    Gate gate() {
        return gate;
    }

    RabbitSettings settings(String exchange, String routingKey, Patience patience) {
        return settings(exchange, routingKey, "guest", patience);
    }

    RabbitSettings settings(String exchange, String routingKey, String password, Patience patience) {
        return new RabbitSettings(
                "127.0.0.1", gate.port(), false, "/", "guest", new Secret(password), exchange, routingKey, patience);
    }

    /** Whether the broker shall have as much memory as it needs, or believe it has none left and take nothing. */
    void memory(boolean enough) throws Exception {
        var builder = new ProcessBuilder(
                        PROGRAM.resolveSibling("rabbitmqctl").toString(),
                        "set_vm_memory_high_watermark",
                        enough ? "0.6" : "0.00001")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("the broker's memory was not set");
        }
    }

    /** Makes a queue that survives, behind an exchange of the same name. */
    String queue(Map<String, Object> arguments) throws IOException {
        String name = "queue-" + queues.incrementAndGet();
        var queue = channel.queueDeclare(name, true, false, false, arguments);
        var exchange = channel.exchangeDeclare(name, "direct", true);
        var bound = channel.queueBind(queue.getQueue(), name, "stored");
        return bound == null || exchange == null ? "" : name;
    }

    List<Arrived> read(String queue, List<OutgoingEvent> events) {
        Set<String> awaited =
                new HashSet<>(events.stream().map(OutgoingEvent::id).toList());
        List<Arrived> arrived = new ArrayList<>();
        try {
            while (!awaited.isEmpty()) {
                GetResponse message = channel.basicGet(queue, true);
                if (message == null) { // what was confirmed, is there
                    throw new AssertionError("these have not arrived: " + awaited);
                }
                arrived.add(arrived(message));
                awaited.remove(message.getProps().getMessageId());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrived;
    }

    private static Arrived arrived(GetResponse message) {
        Map<String, String> headers = new HashMap<>();
        message.getProps()
                .getHeaders()
                .forEach((name, value) -> headers.put(name.substring("cloudEvents_".length()), value.toString()));
        String key = headers.remove("partitionkey");
        String sequence = headers.remove("sequence");
        return new Arrived(
                headers.remove("id"),
                key,
                sequence,
                message.getProps().getContentType(),
                new String(message.getBody(), UTF_8),
                headers);
    }

    private ConnectionFactory factory(String user, String password) {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        return factory;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        gate.close();
        connection.close();
        close(names, broker);
    }

    private static void close(Process... processes) {
        for (Process process : processes) {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        }
    }
}
