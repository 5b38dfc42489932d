package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Sender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who can send a recording that lies at the edge: the agent that made it, or a vault of its site. Within a tenant's work. */
@Singleton
public class EdgeSenders {
    private final Agents agents;
    private final AgentLinks links;
    private final EdgeCopies copies;

    @Inject
    public EdgeSenders(Agents agents, AgentLinks links, EdgeCopies copies) {
        this.agents = agents;
        this.links = links;
        this.copies = copies;
    }

    /** Empty when nobody who may speak has it. */
    public Optional<Sender> of(TenantId tenant, Recording recording) {
        return Optional.ofNullable(
                of(tenant, recording.camera(), List.of(recording)).get(recording.id()));
    }

    /** Those of one camera; a recording that nobody has is left out. */
    Map<RecordingId, Sender> of(TenantId tenant, CameraId camera, List<Recording> recordings) {
        Optional<AgentId> agent = agents.ofCamera(tenant, camera).map(Agent::id);
        Map<RecordingId, List<EdgeCopy>> kept =
                copies.of(tenant, recordings.stream().map(Recording::id).toList());
        Map<RecordingId, Sender> found = new HashMap<>();
        recordings.forEach(one -> choose(tenant, one, agent, kept.getOrDefault(one.id(), List.of()))
                .ifPresent(sender -> found.put(one.id(), sender)));
        return found;
    }

    /** The vault spares the agent's line, and is there when the agent is not. */
    private Optional<Sender> choose(
            TenantId tenant, Recording recording, Optional<AgentId> agent, List<EdgeCopy> kept) {
        boolean alone = kept.stream().anyMatch(copy -> copy.isOf(recording) && copy.alone());
        Optional<Sender> maker =
                agent.filter(id -> !alone && id.equals(recording.agent())).map(Sender::agent);
        Optional<Sender> vault = kept.stream()
                .filter(copy -> copy.isOf(recording))
                .map(EdgeCopy::vault)
                .filter(id -> agents.vault(tenant, id).isPresent())
                .min(Comparator.comparing(id -> !links.online(id)))
                .map(Sender::vault);
        return vault.filter(one -> maker.isEmpty() || links.online(one.id())).or(() -> maker);
    }

    /** Whether this is who stands in front of its camera now. */
    boolean inFront(AgentRef sender) {
        return agents.ofCamera(sender.tenant(), sender.camera())
                .filter(now -> now.id().equals(sender.agent()))
                .isPresent();
    }

    /** Whether it may bring the bytes of this recording. */
    boolean mayBring(AgentRef sender, RecordingId recording) {
        return inFront(sender)
                || (agents.vault(sender.tenant(), sender.agent()).isPresent()
                        && copies.find(sender.tenant(), sender.agent(), recording)
                                .isPresent());
    }
}
