package io.vedette.hub.fleet;

import io.vedette.hub.agents.Agent;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A camera on a page.
 *
 * @param state code of its {@link Presence.State}
 * @param zone of its site
 * @param group name of its group, or nothing
 * @param badge of its group, or nothing
 * @param since of the state
 * @param orders its viewer may have it recorded for a while, and its agent is here to do so
 * @param orderedUntil when it stops recording because somebody asked; null when nobody did
 * @param agent the agent in front of it, if any
 */
public record CameraLine(
        String id,
        String name,
        String site,
        String zone,
        String group,
        String badge,
        String state,
        String icon,
        boolean needsYou,
        @Nullable Moment since,
        boolean live,
        boolean replay,
        boolean orders,
        @Nullable Moment orderedUntil,
        @Nullable AgentLine agent) {

    /**
     * The agent as people read of it.
     *
     * @param words the four that its terminal shows, too; may be empty
     * @param keyAsked somebody waits for it to have a new key
     * @param clonedAt since when two boxes are seen to be this agent
     */
    public record AgentLine(
            String id,
            String words,
            boolean confirmed,
            @Nullable Moment clonedAt,
            String version,
            String host,
            Moment pairedAt,
            Moment keySince,
            boolean keyAsked,
            @Nullable Moment lastSeen) {}

    public static CameraLine of(CameraSight sight, Instant now, Locale language) {
        ZoneId zone = sight.site().zone();
        Presence presence = sight.presence();
        return new CameraLine(
                sight.camera().id().toString(),
                sight.camera().name(),
                sight.site().name(),
                zone.getId(),
                sight.group().map(CameraGroup::name).orElse(""),
                sight.group().map(CameraGroup::badge).orElse(""),
                presence.state().code(),
                presence.state().icon(),
                presence.state().needsYou(),
                moment(presence.since(), zone, now, language),
                sight.actions().contains(Action.LIVE),
                sight.actions().contains(Action.REPLAY),
                sight.actions().contains(Action.REQUEST_UPLOAD)
                        && sight.orderedUntil().isPresent(),
                moment(sight.orderedUntil().filter(now::isBefore).orElse(null), zone, now, language),
                sight.agent().map(agent -> line(agent, zone, now, language)).orElse(null));
    }

    private static AgentLine line(Agent agent, ZoneId zone, Instant now, Locale language) {
        return new AgentLine(
                agent.id().toString(),
                agent.words(),
                agent.confirmed(),
                moment(agent.clonedAt().orElse(null), zone, now, language),
                agent.version(),
                agent.host(),
                Moment.of(agent.pairedAt(), zone, now, language),
                Moment.of(agent.keySince(), zone, now, language),
                agent.keyAsked(),
                moment(agent.lastSeen().orElse(null), zone, now, language));
    }

    private static @Nullable Moment moment(@Nullable Instant at, ZoneId zone, Instant now, Locale language) {
        return at == null ? null : Moment.of(at, zone, now, language);
    }
}
