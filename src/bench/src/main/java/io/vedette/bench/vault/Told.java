package io.vedette.bench.vault;

import com.sun.net.httpserver.HttpServer;
import io.vedette.bench.Figure;
import io.vedette.bench.hub.Person;
import io.vedette.bench.hub.Rows;
import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.stack.Stack;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How fast a hub tells a webhook what has gathered, against a loop that only posts the same events to the same webhook. The hub reads them from its database,
 * signs them, keeps each camera's order and writes down how far it is.
 */
final class Told {
    private static final int CAMERAS = 20;
    private static final int EACH = 200;
    private static final int EVENTS = CAMERAS * EACH;
    /** Ours to choose: nothing is promised but that nothing is lost. */
    private static final double TARGET = 2;

    private static final int PATIENCE_MINUTES = 3;

    private Told() {}

    static void measure(Stack stack, Consumer<Figure> out) {
        TenantId tenant = stack.tenant("acme");
        List<Kept> events = events(tenant);
        try (var hook = new Hook()) {
            double known = plain(hook, events);
            hook.again(EVENTS);
            Person owner = Person.signIn(stack, "owner");
            owner.change("POST", "/api/v1/t/acme/integrations", """
                    {"name": "Bench", "kind": "WEBHOOK", "settings": {"address": "%s", "key": "a key of this bench alone"}}
                    """.formatted(hook.address()));
            insert(stack, tenant, events);
            double ours = hook.await();
            String words = String.format(
                    Locale.ROOT,
                    "%d events of %d cameras told in %.2f s, %.0f a second; only posted in %.2f s, %.0f a second",
                    EVENTS,
                    CAMERAS,
                    ours,
                    EVENTS / ours,
                    known,
                    EVENTS / known);
            out.accept(new Figure("P8.told", ours / known, TARGET, words));
        } catch (IOException e) {
            throw new StackFailed("The webhook could not be started.", e);
        }
    }

    private record Kept(CameraId camera, int sequence, byte[] body) {}

    private static List<Kept> events(TenantId tenant) {
        List<Kept> events = new ArrayList<>();
        for (int i = 0; i < CAMERAS; i++) {
            CameraId camera = CameraId.fresh();
            for (int sequence = 1; sequence <= EACH; sequence++) {
                var data = new RecordingStored(
                        new RecordingStored.Tenant(tenant, "acme"),
                        new RecordingStored.Camera(camera, "Bench " + i),
                        RecordingId.fresh(),
                        Instant.now(),
                        10_000,
                        1_000_000,
                        "0".repeat(64),
                        "video/mp4; codecs=\"avc1.64001f\"",
                        1280,
                        720,
                        new RecordingStored.Blob("hub", "a/b.mp4"),
                        true,
                        RecordingStored.AskedBy.RULE,
                        null);
                events.add(new Kept(
                        camera, sequence, EventCodec.write(RecordingStoredEvent.of(data, Instant.now(), sequence))));
            }
        }
        return events;
    }

    private static double plain(Hook hook, List<Kept> events) {
        hook.again(EVENTS);
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Kept event : events) {
                var unused = http.send(
                        HttpRequest.newBuilder(hook.address())
                                .POST(BodyPublishers.ofByteArray(event.body()))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new StackFailed("The webhook of this bench does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("Interrupted while posting.");
        }
        return hook.await();
    }

    /** As if they had gathered while the webhook was away. */
    private static void insert(Stack stack, TenantId tenant, List<Kept> events) {
        try (Connection connection = stack.databaseOwner().connect()) {
            connection.setAutoCommit(false);
            Rows.as(connection, tenant);
            for (Kept event : events) {
                try (PreparedStatement row = connection.prepareStatement(
                        "insert into outbox_event (tenant_id, camera_id, sequence, body, made_at) values (?, ?, ?, ?, ?)")) {
                    row.setObject(1, tenant.value());
                    row.setObject(2, event.camera().value());
                    row.setLong(3, event.sequence());
                    row.setBytes(4, event.body());
                    row.setTimestamp(5, Timestamp.from(Instant.now()));
                    row.execute();
                }
            }
            Rows.run(
                    connection,
                    "insert into camera_sequence (tenant_id, camera_id, last) select tenant_id, camera_id, max(sequence)"
                            + " from outbox_event where tenant_id = ?::uuid and camera_id not in (select camera_id from camera_sequence)"
                            + " group by tenant_id, camera_id",
                    tenant.toString());
            connection.commit();
        } catch (SQLException e) {
            throw new StackFailed("The events could not be put into the hub's database.", e);
        }
    }

    /** Counts, and says how long it took from the first to the last. */
    private static final class Hook implements AutoCloseable {
        private final HttpServer server;
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();
        private volatile CountDownLatch open = new CountDownLatch(0);

        Hook() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    long now = System.nanoTime();
                    first.compareAndSet(0, now);
                    last.set(now);
                    var unused = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                }
                open.countDown();
            });
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        void again(int events) {
            first.set(0);
            open = new CountDownLatch(events);
        }

        double await() {
            try {
                if (!open.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                    throw new StackFailed(open.getCount() + " events were not told.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailed("Interrupted while events were told.");
            }
            return (last.get() - first.get()) / 1e9;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
