package io.vedette.hub.integrations;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Name;
import io.vedette.lab.hook.HookServer;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Set;

/** One integration of a test's, and what tells it; for tests of other rooms. */
public final class IntegrationTold implements AutoCloseable {
    private final TenantWork work;
    private final Integrations integrations;
    private final Publishers publishers;
    private final Tell tell;
    private final TenantId tenant;
    private final IntegrationId id;

    private IntegrationTold(
            TenantWork work, Integrations integrations, TenantId tenant, IntegrationId id, Clock clock) {
        this.work = work;
        this.integrations = integrations;
        this.publishers = new Publishers(Set.of(InetAddress.getLoopbackAddress()), clock);
        this.tell = new Tell(work, integrations, publishers, clock, () -> 1.0);
        this.tenant = tenant;
        this.id = id;
    }

    public static IntegrationTold webhook(
            TenantWork work, Integrations integrations, Viewer owner, HookServer hook, Clock clock) {
        var target = new Target.Webhook(new WebhookSettings(hook.address(), HookServer.KEY));
        IntegrationId id = work.as(
                owner.tenant(),
                () -> integrations
                        .add(owner, IntegrationId.fresh(), new Name("Hook"), target)
                        .id());
        return new IntegrationTold(work, integrations, owner.tenant(), id, clock);
    }

    /** All there is to tell now. */
    public void run() {
        tell.run(tenant, id);
    }

    public long lag() {
        return work.as(tenant, () -> integrations.lag(tenant, id));
    }

    @Override
    public void close() {
        publishers.close();
    }
}
