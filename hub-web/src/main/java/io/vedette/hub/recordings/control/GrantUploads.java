package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.EdgeRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Tells agents what to send, and gives them the ticket for it: when something is asked for, when an agent comes back, and
 * before a ticket grows too old. An agent that is away is told when it comes back; the row waits.
 */
@Singleton
public class GrantUploads {
    /** Most bytes of one PATCH. */
    public static final int CHUNK_BYTES = 4 * 1024 * 1024;

    private static final Duration TICKET_LIFE = Duration.ofMinutes(15);
    private static final Duration RENEW_AFTER = Duration.ofMinutes(12);
    /** Most uploads an agent is told of at once; the next ones follow with the renewal. */
    private static final int MOST = 200;

    private final TenantWork work;
    private final Tenants tenants;
    private final Uploads uploads;
    private final StorageProviders providers;
    private final Tickets tickets;
    private final AgentLinks links;
    private final LongSupplier nanos;
    private final Map<UploadId, Long> grantedAt = new ConcurrentHashMap<>();

    @Inject
    GrantUploads(
            TenantWork work,
            Tenants tenants,
            Uploads uploads,
            StorageProviders providers,
            Tickets tickets,
            AgentLinks links) {
        this(work, tenants, uploads, providers, tickets, links, System::nanoTime);
    }

    GrantUploads(
            TenantWork work,
            Tenants tenants,
            Uploads uploads,
            StorageProviders providers,
            Tickets tickets,
            AgentLinks links,
            LongSupplier nanos) {
        this.work = work;
        this.tenants = tenants;
        this.uploads = uploads;
        this.providers = providers;
        this.tickets = tickets;
        this.links = links;
        this.nanos = nanos;
    }

    /** To be called when the upload's row is committed. */
    void grant(AgentRef agent, Upload upload) {
        grant(agent, upload, straight(agent.tenant()));
    }

    private void grant(AgentRef agent, Upload upload, boolean straight) {
        grant(agent, upload.id(), upload.recording(), upload.wish().priority(), straight);
    }

    /** Whether parts may go straight to the store. A hint: of each upload that is said when its agent asks. */
    private boolean straight(TenantId tenant) {
        return work.as(
                tenant,
                () -> providers.main(tenant).filter(StorageProvider::straight).isPresent());
    }

    /** The same for a recording that still grows. */
    void grant(AgentRef agent, Beginning beginning) {
        grant(agent, beginning.upload(), beginning.recording(), UploadPriority.RULE, false);
    }

    private void grant(AgentRef agent, UploadId id, RecordingId recording, UploadPriority priority, boolean straight) {
        boolean told = links.send(
                agent.agent(),
                new FromHub.UploadGrant(
                        id,
                        recording,
                        "/intake/upload/" + agent.tenant() + "/" + id,
                        tickets.issue(Purpose.UPLOAD, agent, id.value(), TICKET_LIFE),
                        priority.awaited(),
                        CHUNK_BYTES,
                        priority,
                        straight ? Boolean.TRUE : null)); // as a hub says that knows no such way
        if (told) {
            grantedAt.put(id, nanos.getAsLong());
        }
    }

    /** Everything the agent still has to send, in the order in which it should. */
    public void grantAll(EdgeRef edge) {
        boolean straight = straight(edge.tenant());
        work.as(edge.tenant(), () -> uploads.expectedFrom(edge.tenant(), edge.agent(), MOST))
                .forEach(upload -> grant(sender(edge, upload), upload, straight));
    }

    /** For this one recording: a vault sends those of many cameras. */
    private static AgentRef sender(EdgeRef edge, Upload upload) {
        return new AgentRef(edge.tenant(), edge.agent(), upload.camera());
    }

    /** Gives new tickets before the old ones end, to the agents that are here. Called every minute or so. */
    public void renew() {
        Set<UploadId> open =
                tenants.all().stream().flatMap(tenant -> renew(tenant).stream()).collect(Collectors.toSet());
        grantedAt.keySet().retainAll(open);
    }

    private Set<UploadId> renew(TenantId tenant) {
        List<Upload> underWay = work.as(tenant, () -> uploads.underWay(tenant));
        underWay.stream()
                .map(upload -> new AgentRef(tenant, upload.agent(), upload.camera()))
                .distinct()
                .filter(agent -> links.online(agent.agent()))
                .forEach(this::renew);
        return underWay.stream().map(Upload::id).collect(Collectors.toSet());
    }

    /** Whether its agent was told of it, and so has to be told when nobody wants it any more. */
    boolean told(UploadId upload) {
        return grantedAt.containsKey(upload);
    }

    /** What the agent was told of this is not so any more: {@link #grantNew} tells it again. */
    void forget(UploadId upload) {
        grantedAt.remove(upload);
    }

    /** Tells the agent of what it does not know yet; to be called when many rows are committed. */
    void grantNew(AgentRef agent) {
        if (links.online(agent.agent())) {
            renew(agent);
        }
    }

    private void renew(AgentRef agent) {
        boolean straight = straight(agent.tenant());
        work.as(agent.tenant(), () -> uploads.expectedFrom(agent.tenant(), agent.agent(), MOST)).stream()
                .filter(upload -> due(upload.id()))
                .forEach(upload -> grant(sender(agent, upload), upload, straight));
    }

    private boolean due(UploadId upload) {
        Long at = grantedAt.get(upload);
        return at == null || nanos.getAsLong() - at >= RENEW_AFTER.toNanos();
    }
}
