package io.vedette.hub.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.outside.WebhookSignature;
import io.vedette.hub.platform.seal.TenantKey;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.tenancy.Name;
import io.vedette.lab.hook.HookServer;
import io.vedette.vault.event.EventFault;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real database and real webhooks. */
class TellTest {
    private final HubWorld world = new HubWorld(
            TenantKey.class, CameraSequence.class, OutboxEvent.class, Integration.class, Lane.class, DeadLetter.class);
    private final TenantId acme = world.owner.tenant();
    private final Outbox outbox = new Outbox(world.work, world.clock);
    private final Integrations integrations = new Integrations(
            world.work,
            new TenantSeals(world.work, new Secret(Base64.getEncoder().encodeToString(new byte[32])), world.clock),
            world.clock);
    private final Publishers publishers = new Publishers(Set.of(InetAddress.getLoopbackAddress()), world.clock);
    private final Tell tell = new Tell(world.work, integrations, publishers, world.clock, () -> 1.0);
    private final CameraId gate = CameraId.fresh();
    private final CameraId yard = CameraId.fresh();
    private HookServer hook;
    private IntegrationId id;

    @BeforeEach
    void aWebhookOfAcmes() throws IOException {
        hook = new HookServer();
        id = add(world.owner, "Hook", hook);
    }

    @AfterEach
    void close() {
        publishers.close();
        hook.close();
        world.close();
    }

    @Test
    void whatIsStoredIsToldOnceAndInTheCamerasOrder() {
        List<String> stored = store(gate, 150);
        List<String> other = store(yard, 3);

        tell.run(acme, id);
        tell.run(acme, id);

        assertThat(told(hook, gate)).containsExactlyElementsOf(stored);
        assertThat(told(hook, yard)).containsExactlyElementsOf(other);
        assertThat(lag()).isZero();
    }

    @Test
    void whoIsToldCanSeeThatItWasUs() {
        store(gate, 1);

        tell.run(acme, id);

        HookServer.Got got = hook.all().getFirst();
        assertThat(got.signature()).isEqualTo(WebhookSignature.of(HookServer.KEY, got.body(), world.clock.instant()));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThatThrownBy(() -> world.work.run(acme, () -> {
                    outbox.add(acme, stored(gate));
                    throw new IllegalStateException("the store is gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        List<String> next = store(gate, 1);

        tell.run(acme, id);

        assertThat(told(hook, gate)).containsExactlyElementsOf(next);
    }

    @Test
    void aWebhookThatIsAwayIsLeftAloneForAWhileAndThenToldEverything() {
        List<String> stored = store(gate, 5);
        hook.answers(event -> 503);

        tell.run(acme, id);
        tell.run(acme, id);

        assertThat(hook.all()).as("asked once, then left alone").hasSize(1);
        assertThat(integration().trouble()).contains(EventFault.Kind.THROTTLED);
        assertThat(lag()).isEqualTo(5);

        hook.answers(event -> 204);
        world.clock.move(Duration.ofMinutes(6));
        tell.run(acme, id);

        assertThat(told(hook, gate)).containsExactlyElementsOf(stored);
        assertThat(integration().trouble()).isEmpty();
    }

    @Test
    void whatIsNeverTakenIsPutAsideAndTheRestGoesOn() {
        List<String> stored = store(gate, 3);
        hook.answers(event -> event.id().equals(stored.get(1)) ? 413 : 204);

        tell.run(acme, id);

        assertThat(told(hook, gate)).containsExactly(stored.get(0), stored.get(2));
        assertThat(world.inTenant(world.owner, () -> integrations.dead(acme, id)))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.sequence()).isEqualTo(2);
                    assertThat(dead.kind()).isEqualTo(EventFault.Kind.TOO_LARGE);
                    assertThat(dead.said()).contains("413");
                });
        assertThat(lag()).isZero();
    }

    @Test
    void severalAtOnceTellEachEventOnceAndInOrder() throws Exception {
        List<CameraId> cameras = List.of(gate, yard, CameraId.fresh(), CameraId.fresh());
        List<List<String>> stored =
                cameras.stream().map(camera -> store(camera, 40)).toList();
        tell.run(acme, add(world.owner, "Other", hook)); // nothing before its time

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(() -> tell.run(acme, id)));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        tell.run(acme, id);

        for (int i = 0; i < cameras.size(); i++) {
            assertThat(told(hook, cameras.get(i))).containsExactlyElementsOf(stored.get(i));
        }
    }

    @Test
    void whoCommitsLateIsNotSkipped() throws Exception {
        var holding = new CountDownLatch(1);
        var added = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(() -> world.work.run(acme, () -> {
            outbox.add(acme, stored(gate));
            world.work.entities(acme).flush();
            added.countDown();
            await(holding);
        }));
        assertThat(added.await(30, TimeUnit.SECONDS)).isTrue();
        List<String> other = store(yard, 1);
        tell.run(acme, id);
        assertThat(told(hook, yard)).containsExactlyElementsOf(other);
        assertThat(told(hook, gate)).isEmpty();

        holding.countDown();
        late.get(30, TimeUnit.SECONDS);
        List<String> next = store(gate, 1);
        tell.run(acme, id);

        assertThat(told(hook, gate)).hasSize(2).endsWith(next.getFirst());
    }

    @Test
    void aNewOneIsToldWhatIsStoredFromNowOn() throws IOException {
        store(gate, 3);
        try (HookServer fresh = new HookServer()) {
            IntegrationId later = add(world.owner, "Later", fresh);
            List<String> now = store(gate, 1);
            List<String> first = store(yard, 1);

            tell.run(acme, later);

            assertThat(told(fresh, gate)).containsExactlyElementsOf(now);
            assertThat(told(fresh, yard)).containsExactlyElementsOf(first);
        }
    }

    @Test
    void whatWasToldIsToldAgainFromWhereTheOwnerSays() {
        store(gate, 2);
        world.clock.move(Duration.ofHours(1));
        Instant from = world.clock.instant();
        List<String> later = store(gate, 2);
        tell.run(acme, id);
        int before = hook.taken().size();

        world.work.run(acme, () -> integrations.replay(world.owner, id, from));
        tell.run(acme, id);

        assertThat(hook.taken().stream().skip(before).map(RecordingStoredEvent::id))
                .containsExactlyElementsOf(later);
    }

    @Test
    void withoutTlsOnlyAddressesAreToldThatTheOperatorHasNamed() {
        try (var others = new Publishers(Set.of(), world.clock)) {
            List<String> stored = store(gate, 1);
            new Tell(world.work, integrations, others, world.clock, () -> 1.0).run(acme, id);

            assertThat(hook.all()).isEmpty();
            assertThat(integration().trouble()).contains(EventFault.Kind.REFUSED);
            assertThat(integration().said()).contains("https");

            world.clock.move(Duration.ofMinutes(6));
            tell.run(acme, id);
            assertThat(told(hook, gate)).containsExactlyElementsOf(stored);
        }
    }

    @Test
    void anotherTenantsEventsAreNotTold() {
        world.work.run(world.stranger.tenant(), () -> outbox.add(world.stranger.tenant(), stored(gate)));

        tell.run(acme, id);

        assertThat(hook.all()).isEmpty();
    }

    private IntegrationId add(Viewer viewer, String name, HookServer server) {
        return world.inTenant(
                viewer,
                () -> integrations
                        .add(viewer, IntegrationId.fresh(), new Name(name), target(server))
                        .id());
    }

    private static Target target(HookServer server) {
        return new Target.Webhook(new WebhookSettings(server.address(), HookServer.KEY));
    }

    private List<String> store(CameraId camera, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RecordingStored data = stored(camera);
            world.work.run(acme, () -> outbox.add(acme, data));
            ids.add(data.recording() + ".stored");
        }
        return ids;
    }

    private RecordingStored stored(CameraId camera) {
        return new RecordingStored(
                new RecordingStored.Tenant(acme, "acme"),
                new RecordingStored.Camera(camera, "Gate"),
                RecordingId.fresh(),
                world.clock.instant(),
                10_000,
                1000,
                "0".repeat(64),
                "video/mp4",
                1280,
                720,
                new RecordingStored.Blob("hub", "a/b.mp4"),
                false,
                RecordingStored.AskedBy.RULE,
                null);
    }

    private static List<String> told(HookServer server, CameraId camera) {
        return server.taken().stream()
                .filter(event -> event.data().camera().id().equals(camera))
                .map(RecordingStoredEvent::id)
                .toList();
    }

    private long lag() {
        return world.inTenant(world.owner, () -> integrations.lag(acme, id));
    }

    private Integration integration() {
        return world.inTenant(world.owner, () -> integrations.get(acme, id));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
