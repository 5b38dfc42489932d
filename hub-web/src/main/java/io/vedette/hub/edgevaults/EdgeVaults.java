package io.vedette.hub.edgevaults;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.recordings.entity.EdgeCopies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Edge vaults as their owners see them. */
@Singleton
public class EdgeVaults {
    private final Sites sites;
    private final Agents agents;
    private final AgentLinks links;
    private final EdgeCopies copies;

    @Inject
    public EdgeVaults(Sites sites, Agents agents, AgentLinks links, EdgeCopies copies) {
        this.sites = sites;
        this.agents = agents;
        this.links = links;
        this.copies = copies;
    }

    /** @param diskFree in percent; empty while it is away */
    public record Sight(Site site, Agent vault, boolean online, OptionalInt diskFree, EdgeCopies.Sum copies) {}

    /** By the names of their sites. */
    List<Sight> all(Viewer viewer) {
        viewer.must(Permission.OWN);
        return agents.vaults(viewer.tenant()).stream()
                .map(vault -> sight(viewer, sites.get(viewer, vault.site()), vault))
                .sorted(Comparator.comparing(one -> one.site().name()))
                .toList();
    }

    /** That of a site, if it has one. */
    Optional<Sight> of(Viewer viewer, SiteId id) {
        Site site = sites.get(viewer, id);
        viewer.must(Permission.OWN);
        return agents.ofSite(viewer.tenant(), id).map(vault -> sight(viewer, site, vault));
    }

    private Sight sight(Viewer viewer, Site site, Agent vault) {
        return new Sight(
                site,
                vault,
                links.online(vault.id()),
                links.diskFreePercent(vault.id()),
                copies.sum(viewer.tenant(), vault.id()));
    }
}
