package io.vedette.hub.fleet;

import io.vedette.contracts.link.CameraState;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.kerberos.KerberosPresence;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a camera stands at this moment, agent and camera taken together.
 *
 * @param since when the agent was last heard to change; null when there is none or it was never here
 */
public record Presence(State state, @Nullable Instant since) {
    public enum State {
        UNPAIRED(false, "fleet"),
        OFFLINE(true, "gap"),
        CONNECTING(false, "clock"),
        LOST(true, "alert"),
        ONLINE(false, "camera");

        private final boolean needsYou;
        private final String icon;

        State(boolean needsYou, String icon) {
            this.needsYou = needsYou;
            this.icon = icon;
        }

        public boolean needsYou() {
            return needsYou;
        }

        public String icon() {
            return icon;
        }

        /** In addresses, interfaces and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Presence of(Optional<Agent> agent, boolean linked) {
        return agent.map(here -> new Presence(
                        state(linked, here.cameraState(), here.cameraFault().isPresent()),
                        here.lastSeen().orElse(null)))
                .orElse(new Presence(State.UNPAIRED, null));
    }

    /** With an agent of another make in front, which says of its camera whether it gives pictures, and not why not. */
    static Presence of(KerberosPresence.Stand foreign) {
        return new Presence(state(foreign), foreign.heardAt());
    }

    static State state(KerberosPresence.Stand foreign) {
        return state(foreign.here(), foreign.connected() ? CameraState.STREAMING : CameraState.LOST, false);
    }

    /** With an agent in front. */
    static State state(boolean linked, CameraState camera, boolean faulty) {
        if (!linked) {
            return State.OFFLINE;
        }
        return switch (camera) {
            // one that says why it has no picture does not merely begin
            case CONNECTING -> faulty ? State.LOST : State.CONNECTING;
            case STREAMING -> State.ONLINE;
            case LOST -> State.LOST;
        };
    }
}
