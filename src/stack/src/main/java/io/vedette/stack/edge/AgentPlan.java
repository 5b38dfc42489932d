package io.vedette.stack.edge;

import io.vedette.contracts.id.CameraId;
import io.vedette.stack.state.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * Which camera an agent shall serve, and how.
 *
 * @param name of the agent: its folder, its child, its log
 * @param hub where it pairs; it keeps to this address for good
 * @param camera in the hub
 * @param main RTSP address of the main stream, without credentials
 * @param sub of the sub stream, if the camera has one
 * @param delivery {@code at-once} or {@code on-demand}
 */
public record AgentPlan(
        String name,
        URI hub,
        CameraId camera,
        URI main,
        Optional<URI> sub,
        String user,
        Secret password,
        String delivery) {}
