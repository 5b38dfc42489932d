package io.vedette.hub.fleet;

import io.vedette.hub.agents.Agent;
import io.vedette.hub.cameras.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A camera in the interface for programs.
 *
 * @param version counts changes of name and group; the same as the entity tag
 * @param state one of {@code unpaired, offline, connecting, lost, online}
 * @param fault why a lost camera is lost, as far as its agent tells: {@code unreachable, silent, password, no_stream,
 *     codec, ended, unreadable, other}
 * @param since when the state was last heard to change
 * @param orderedUntil when it stops recording because somebody asked; absent when nobody did
 * @param actions what the asker may do with it
 */
public record CameraDocument(
        String id,
        String name,
        int version,
        SiteDocument site,
        @Nullable GroupDocument group,
        String state,
        @Nullable String fault,
        @Nullable Instant since,
        @Nullable AgentDocument agent,
        @Nullable Instant orderedUntil,
        List<Action> actions) {

    /**
     * The agent in front of it.
     *
     * @param words the four that its terminal showed at pairing: others there mean somebody sits in between
     * @param confirmed false while it waits for somebody to compare them
     * @param keySince since when its key is its key: it gets a new one every 30 days, and when somebody asks
     * @param clonedAt since when two boxes are seen to be this agent; absent while none are
     */
    public record AgentDocument(
            String id,
            String version,
            String host,
            Instant pairedAt,
            @Nullable Instant lastSeen,
            String words,
            boolean confirmed,
            Instant keySince,
            @Nullable Instant clonedAt) {
        static AgentDocument of(Agent agent) {
            return new AgentDocument(
                    agent.id().toString(),
                    agent.version(),
                    agent.host(),
                    agent.pairedAt(),
                    agent.lastSeen().orElse(null),
                    agent.words(),
                    agent.confirmed(),
                    agent.keySince(),
                    agent.clonedAt().orElse(null));
        }
    }

    /**
     * Those the asker may know of, by name.
     *
     * @param next address of the next page; absent at the end
     */
    public record CameraList(
            List<CameraDocument> cameras, @Nullable String next) {}

    static CameraDocument of(CameraSight sight, Instant now) {
        return new CameraDocument(
                sight.camera().id().toString(),
                sight.camera().name(),
                sight.camera().version(),
                SiteDocument.of(sight.site()),
                sight.group().map(GroupDocument::of).orElse(null),
                sight.presence().state().code(),
                Trouble.fault(sight)
                        .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                sight.presence().since(),
                sight.agent().map(AgentDocument::of).orElse(null),
                sight.orderedUntil().filter(now::isBefore).orElse(null),
                List.copyOf(sight.actions()));
    }
}
