package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What owners decide about the edge vault of a site: as {@link AgentCare}. Inside a transaction. */
@Singleton
public class VaultCare {
    private final TenantWork work;
    private final Sites sites;
    private final Agents agents;
    private final EndAgent ending;
    private final RenewKeys renewals;
    private final Clock clock;

    @Inject
    public VaultCare(TenantWork work, Sites sites, Agents agents, EndAgent ending, RenewKeys renewals, Clock clock) {
        this.work = work;
        this.sites = sites;
        this.agents = agents;
        this.ending = ending;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** It is shut out at once, for good; what it keeps is asked for no more. */
    public void revoke(Viewer viewer, SiteId site, AgentId seen) {
        ending.end(vault(viewer, site, seen));
    }

    /** The words are the same at both ends. */
    public void confirm(Viewer viewer, SiteId site, AgentId seen) {
        Agent vault = vault(viewer, site, seen);
        vault.confirm(clock.instant());
        note(DeedKind.AGENT_CONFIRMED, vault);
    }

    /** The alarm about two boxes with one key was a mistake, or the other box is gone. */
    public void accept(Viewer viewer, SiteId site, AgentId seen) {
        Agent vault = vault(viewer, site, seen);
        vault.accepted();
        note(DeedKind.AGENT_ACCEPTED, vault);
    }

    /** It shall make a new key: at once, or when it comes next. */
    public void renew(Viewer viewer, SiteId site, AgentId seen) {
        Agent vault = vault(viewer, site, seen);
        renewals.ask(vault.edge());
        note(DeedKind.AGENT_KEY_ASKED, vault);
    }

    private void note(DeedKind kind, Agent vault) {
        work.note(vault.deed(kind).with("agent", vault.id()));
    }

    private Agent vault(Viewer viewer, SiteId site, AgentId seen) {
        sites.get(viewer, site);
        viewer.must(Permission.OWN);
        Agent now = agents.ofSite(viewer.tenant(), site).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (!now.id().equals(seen)) {
            throw new Refusal(Problem.CHANGED);
        }
        return now;
    }
}
