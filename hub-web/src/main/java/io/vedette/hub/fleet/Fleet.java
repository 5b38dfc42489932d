package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.PageAsk;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Cameras as their viewer sees them, with site, group, agent and state. A handful of queries, however many cameras. */
@Singleton
public class Fleet {
    private final Cameras cameras;
    private final Sites sites;
    private final Agents agents;
    private final AgentLinks links;

    @Inject
    public Fleet(Cameras cameras, Sites sites, Agents agents, AgentLinks links) {
        this.cameras = cameras;
        this.sites = sites;
        this.agents = agents;
        this.links = links;
    }

    /** Every camera the viewer may know of, by name. */
    public List<CameraSight> all(Viewer viewer) {
        return sights(viewer, cameras.all(viewer));
    }

    /** As {@link #all}, a page of them. */
    public List<CameraSight> page(Viewer viewer, PageAsk ask) {
        return sights(viewer, cameras.page(viewer, ask));
    }

    private List<CameraSight> sights(Viewer viewer, List<Camera> shown) {
        Map<SiteId, Site> siteOf = sites.around(viewer, shown);
        Map<GroupId, CameraGroup> groupOf = sites.groupsAround(viewer, shown);
        Map<CameraId, Agent> agentOf =
                agents.of(viewer, shown.stream().map(Camera::id).toList());
        Map<CameraId, Set<Action>> uses = cameras.uses(viewer, shown);
        return shown.stream()
                .map(camera -> {
                    Optional<Agent> agent = Optional.ofNullable(agentOf.get(camera.id()));
                    return new CameraSight(
                            camera,
                            Optional.ofNullable(siteOf.get(camera.site())).orElseThrow(),
                            camera.group().map(groupOf::get).orElse(null),
                            agent.orElse(null),
                            Presence.of(
                                    agent,
                                    agent.map(Agent::id).map(links::online).orElse(false)),
                            agent.map(Agent::id).map(links::diskFreePercent).orElse(OptionalInt.empty()),
                            uses.getOrDefault(camera.id(), Set.of()));
                })
                .toList();
    }

    /** One camera, or the refusal "not found". */
    public CameraSight get(Viewer viewer, CameraId id) {
        return sights(viewer, List.of(cameras.get(viewer, id))).getFirst();
    }
}
