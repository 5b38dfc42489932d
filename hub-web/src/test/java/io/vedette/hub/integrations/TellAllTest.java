package io.vedette.hub.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.seal.TenantKey;
import io.vedette.hub.platform.seal.TenantSeals;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.lab.hook.HookServer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellAllTest {
    private static final int MANY = 8;

    private final HubWorld world = new HubWorld(
            TenantKey.class, CameraSequence.class, OutboxEvent.class, Integration.class, Lane.class, DeadLetter.class);
    private final Outbox outbox = new Outbox(world.work, world.clock);
    private final Integrations integrations = new Integrations(
            world.work,
            new TenantSeals(world.work, new Secret(Base64.getEncoder().encodeToString(new byte[32])), world.clock),
            world.clock);
    private final Publishers publishers = new Publishers(Set.of(InetAddress.getLoopbackAddress()), world.clock);
    private final TellAll all = new TellAll(
            world.work,
            new Tenants(world.work),
            integrations,
            outbox,
            new Tell(world.work, integrations, publishers, world.clock, () -> 1.0),
            publishers,
            world.clock);
    private final List<HookServer> hooks = new ArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void close() {
        held.countDown();
        hooks.forEach(HookServer::close);
        publishers.close();
        world.close();
    }

    @Test
    void howeverManySlowOnesATenantHasAnotherTenantIsTold() throws Exception {
        for (int i = 0; i < MANY; i++) {
            hook(world.owner, "Slow " + i).answers(event -> held());
        }
        var told = new CountDownLatch(1);
        hook(world.stranger, "Quick").answers(event -> {
            told.countDown();
            return 204;
        });
        store(world.owner.tenant());
        all.run();
        assertThat(told.getCount()).isEqualTo(1);

        store(world.stranger.tenant());
        boolean heard = false;
        for (int looks = 0; looks < 50 && !heard; looks++) { // as the timer does: the look before may not be over yet
            all.run();
            heard = told.await(100, TimeUnit.MILLISECONDS);
        }

        assertThat(heard).isTrue();
    }

    private int held() {
        try {
            var unused = held.await(60, TimeUnit.SECONDS);
            return 204;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HookServer hook(Viewer owner, String name) throws IOException {
        var hook = new HookServer();
        hooks.add(hook);
        var target = new Target.Webhook(new WebhookSettings(hook.address(), HookServer.KEY));
        var unused =
                world.inTenant(owner, () -> integrations.add(owner, IntegrationId.fresh(), new Name(name), target));
        return hook;
    }

    private void store(TenantId tenant) {
        world.work.run(
                tenant,
                () -> outbox.add(
                        tenant,
                        new RecordingStored(
                                new RecordingStored.Tenant(tenant, "some"),
                                new RecordingStored.Camera(CameraId.fresh(), "Gate"),
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
                                null)));
    }
}
