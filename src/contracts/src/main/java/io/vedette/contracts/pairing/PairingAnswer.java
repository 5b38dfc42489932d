package io.vedette.contracts.pairing;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;

/**
 * What the hub answers to an agent whose key it has bound to a camera. Asking again with the same key answers the same.
 *
 * @param hubKey the hub's own key for this tenant, in the form of {@link PairingRequest#publicKey}: the agent keeps it, and
 *     from then on speaks to nobody who cannot sign with it
 * @param proof the hub's signature over {@link io.vedette.contracts.link.Proof#paired}, base64url
 */
public record PairingAnswer(
        TenantId tenant, AgentId agent, CameraId camera, String cameraName, String hubKey, String proof) {}
