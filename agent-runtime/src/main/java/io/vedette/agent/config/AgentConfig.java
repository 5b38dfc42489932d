package io.vedette.agent.config;

import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import java.time.Duration;

/**
 * Everything an agent is told, as kept in {@code agent.json}.
 *
 * @param cameraName as the owner called it when the agent was paired; for people
 * @param access how the camera is reached
 * @param delivery when recordings leave the edge
 * @param keep how much is kept, and how far a recording reaches beyond the motion in it
 * @param motion how motion is looked for
 * @param recording what is recorded, and when
 * @param sending how recordings are sent
 * @param hubKey the hub's own key, as it answered the pairing: from then on nobody else is the hub
 * @param pairedWith the first 16 hex digits of the SHA-256 of the pairing token: tells a repeated pairing from another one
 */
public record AgentConfig(
        HubAddress hub,
        TenantId tenant,
        AgentId agent,
        CameraId camera,
        String cameraName,
        CameraAccess access,
        Delivery delivery,
        Keep keep,
        MotionSettings motion,
        RecordingRules recording,
        SendingRules sending,
        String hubKey,
        String pairedWith) {

    /**
     * How much is kept and recorded.
     *
     * @param spoolBytes most bytes of recordings kept at the edge
     * @param age how long recordings are kept at the edge; zero for no limit
     * @param freeBytes of the disk that are left to others
     * @param preRoll recorded before the first motion
     * @param postRoll recorded after the last motion
     */
    public record Keep(long spoolBytes, Duration age, long freeBytes, Duration preRoll, Duration postRoll) {
        public static final Keep USUAL =
                new Keep(10_000_000_000L, Duration.ZERO, 500_000_000L, Duration.ofSeconds(3), Duration.ofSeconds(3));
    }
}
