package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.link.FromAgent;
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
import io.vedette.hub.kerberos.KerberosPresence;
import io.vedette.hub.platform.web.PageAsk;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cameras as their viewer sees them, with site, group, agent and state. A handful of queries, however many cameras. */
@Singleton
public class Fleet {
    private final Cameras cameras;
    private final Sites sites;
    private final Agents agents;
    private final AgentLinks links;
    private final KerberosPresence foreign;

    @Inject
    public Fleet(Cameras cameras, Sites sites, Agents agents, AgentLinks links, KerberosPresence foreign) {
        this.cameras = cameras;
        this.sites = sites;
        this.agents = agents;
        this.links = links;
        this.foreign = foreign;
    }

    /** Every camera the viewer may know of, by name. */
    public List<CameraSight> all(Viewer viewer) {
        return sights(viewer, cameras.all(viewer));
    }

    /** As {@link #all}, a page of them. */
    public List<CameraSight> page(Viewer viewer, PageAsk ask) {
        return sights(viewer, cameras.page(viewer, ask));
    }

    /** Every camera the viewer may know of and its state, by name: to count them and to choose which to read. */
    public List<Standing> roll(Viewer viewer) {
        SequencedMap<CameraId, SiteId> places = cameras.places(viewer);
        Map<CameraId, Agents.Report> reports = agents.reports(viewer);
        Map<CameraId, KerberosPresence.Stand> others = foreign.all(viewer.tenant());
        return places.entrySet().stream()
                .map(place -> new Standing(
                        place.getKey(),
                        place.getValue(),
                        state(reports.get(place.getKey()), others.get(place.getKey()))))
                .toList();
    }

    /** An agent of ours counts before one of another make. */
    private Presence.State state(Agents.@Nullable Report report, KerberosPresence.@Nullable Stand other) {
        if (report != null) {
            return Presence.state(links.online(report.agent()), report.camera(), report.faulty());
        }
        return other == null ? Presence.State.UNPAIRED : Presence.state(other);
    }

    private Presence presence(Optional<Agent> agent, KerberosPresence.@Nullable Stand other) {
        return agent.isEmpty() && other != null
                ? Presence.of(other)
                : Presence.of(agent, agent.map(Agent::id).map(links::online).orElse(false));
    }

    /** Those of these cameras that the viewer may know of, in their order. */
    public List<CameraSight> of(Viewer viewer, List<CameraId> ids) {
        Map<CameraId, Camera> seen =
                cameras.of(viewer, ids).stream().collect(Collectors.toMap(Camera::id, camera -> camera));
        return sights(
                viewer, ids.stream().map(seen::get).filter(Objects::nonNull).toList());
    }

    private List<CameraSight> sights(Viewer viewer, List<Camera> shown) {
        Map<SiteId, Site> siteOf = sites.around(viewer, shown);
        Map<GroupId, CameraGroup> groupOf = sites.groupsAround(viewer, shown);
        Map<CameraId, Agent> agentOf =
                agents.of(viewer, shown.stream().map(Camera::id).toList());
        Map<CameraId, KerberosPresence.Stand> others =
                foreign.of(viewer.tenant(), shown.stream().map(Camera::id).toList());
        Map<CameraId, Set<Action>> uses = cameras.uses(viewer, shown);
        return shown.stream()
                .map(camera -> {
                    Optional<Agent> agent = Optional.ofNullable(agentOf.get(camera.id()));
                    return new CameraSight(
                            camera,
                            Optional.ofNullable(siteOf.get(camera.site())).orElseThrow(),
                            camera.group().map(groupOf::get).orElse(null),
                            agent.orElse(null),
                            presence(agent, others.get(camera.id())),
                            agent.map(Agent::id).map(links::diskFreePercent).orElse(OptionalInt.empty()),
                            agent.map(Agent::id).flatMap(links::orderedUntil),
                            uses.getOrDefault(camera.id(), Set.of()));
                })
                .toList();
    }

    /** What the agent of a camera gave up so far; empty while it is away, or when it is too old to tell. */
    public Optional<FromAgent.GivenUp> givenUp(CameraSight sight) {
        return sight.agent().map(Agent::id).flatMap(links::givenUp);
    }

    /** One camera, or the refusal "not found". */
    public CameraSight get(Viewer viewer, CameraId id) {
        return sights(viewer, List.of(cameras.get(viewer, id))).getFirst();
    }
}
