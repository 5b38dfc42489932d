package io.vedette.contracts.pairing;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;

/** What the hub answers to an agent whose key it has bound to a camera. Asking again with the same key answers the same. */
public record PairingAnswer(TenantId tenant, AgentId agent, CameraId camera, String cameraName) {}
