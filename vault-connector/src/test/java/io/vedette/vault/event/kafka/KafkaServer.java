package io.vedette.vault.event.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.contracts.Secret;
import io.vedette.vault.contract.Arrived;
import io.vedette.vault.contract.Gate;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import io.vedette.vault.event.kafka.KafkaSettings.Login;
import io.vedette.vault.event.kafka.KafkaSettings.Mechanism;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Time;

/** A real Kafka of one node in this process, behind a gate, and with a second door that asks for a login. */
final class KafkaServer implements AutoCloseable {
    static final Secret PASSWORD = new Secret("owner's \"secret\" of \\ the test");

    private final AtomicInteger topics = new AtomicInteger();
    private final Gate gate = new Gate();
    private final int inner = freePort();
    private final int direct = freePort();
    private final int login = freePort();
    private final KafkaRaftServer server;
    private final Admin admin;

    KafkaServer(Path folder) throws Exception {
        Properties properties = properties(folder, freePort());
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        format(file);
        server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        gate.to(direct);
        admin = Admin.create(client());
        letIn("owner");
    }

    private void letIn(String user) throws Exception {
        var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096);
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, scram, PASSWORD.reveal())))
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    /** Topics that are not there may be made by whoever names them: Kafka's own default, and what a publisher must not do. */
    private Properties properties(Path folder, int controller) {
        var all = new Properties();
        all.setProperty("process.roles", "broker,controller");
        all.setProperty("node.id", "1");
        all.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
        all.setProperty("controller.listener.names", "CONTROLLER");
        all.setProperty("inter.broker.listener.name", "INNER");
        all.setProperty(
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,INNER:PLAINTEXT,GATED:PLAINTEXT,LOGIN:SASL_PLAINTEXT");
        int gated = direct;
        all.setProperty(
                "listeners",
                "CONTROLLER://127.0.0.1:%d,INNER://127.0.0.1:%d,GATED://127.0.0.1:%d,LOGIN://127.0.0.1:%d"
                        .formatted(controller, inner, gated, login));
        all.setProperty(
                "advertised.listeners",
                "INNER://127.0.0.1:%d,GATED://127.0.0.1:%d,LOGIN://127.0.0.1:%d".formatted(inner, gate.port(), login));
        all.setProperty("sasl.enabled.mechanisms", "SCRAM-SHA-256");
        all.setProperty(
                "listener.name.login.scram-sha-256.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        all.setProperty("log.dirs", folder.resolve("data").toString());
        all.setProperty("auto.create.topics.enable", "true");
        all.setProperty("offsets.topic.replication.factor", "1");
        all.setProperty("transaction.state.log.replication.factor", "1");
        all.setProperty("transaction.state.log.min.isr", "1");
        return all;
    }

    private static void format(Path file) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        int code = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, silent);
        if (code != 0) {
            throw new IllegalStateException("Kafka's folder was not made: " + code);
        }
    }

    Gate gate() {
        return gate;
    }

    KafkaSettings settings(String topic, Patience patience) {
        return new KafkaSettings(List.of("127.0.0.1:" + gate.port()), topic, false, Optional.empty(), patience);
    }

    KafkaSettings settings(String topic, String user, Secret password) {
        return new KafkaSettings(
                List.of("127.0.0.1:" + login),
                topic,
                false,
                Optional.of(new Login(Mechanism.SCRAM_SHA_256, user, password)),
                Patience.USUAL);
    }

    /** Makes one, of three partitions. */
    String topic() throws Exception {
        String name = "topic-" + topics.incrementAndGet();
        admin.createTopics(List.of(new NewTopic(name, 3, (short) 1).configs(Map.of("max.message.bytes", "100000"))))
                .all()
                .get(30, TimeUnit.SECONDS);
        return name;
    }

    Set<String> allTopics() throws Exception {
        return admin.listTopics().names().get(30, TimeUnit.SECONDS);
    }

    List<Arrived> read(String topic, List<OutgoingEvent> events) {
        Set<String> awaited =
                new HashSet<>(events.stream().map(OutgoingEvent::id).toList());
        List<Arrived> arrived = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(0, 1, 2).stream()
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (!awaited.isEmpty()) {
                for (var record : consumer.poll(Duration.ofSeconds(30))) {
                    Arrived one = arrived(record);
                    arrived.add(one);
                    awaited.remove(one.id());
                }
            }
        }
        return arrived;
    }

    private static Arrived arrived(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        String type = headers.remove("content-type");
        String id = headers.remove("ce_id");
        String sequence = headers.remove("ce_sequence");
        headers.remove("ce_partitionkey");
        Map<String, String> attributes = new HashMap<>();
        headers.forEach((name, value) -> attributes.put(name.substring("ce_".length()), value));
        return new Arrived(
                id, new String(record.key(), UTF_8), sequence, type, new String(record.value(), UTF_8), attributes);
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + inner, "metric.reporters", "");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        admin.close(Duration.ZERO);
        server.shutdown();
        server.awaitShutdown();
        gate.close();
    }
}
