package io.vedette.hub.agents;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import java.util.Optional;

/** What a device is told that has spent its token, signed with the hub's key. Within a tenant's work. */
final class PairingAnswers {
    private final Cameras cameras;
    private final Sites sites;
    private final HubKeys keys;

    PairingAnswers(Cameras cameras, Sites sites, HubKeys keys) {
        this.cameras = cameras;
        this.sites = sites;
        this.keys = keys;
    }

    /** Whether the place of a token is there still. */
    boolean there(TenantId tenant, PairingPlace place) {
        return switch (place) {
            case PairingPlace.Before before ->
                cameras.find(tenant, before.camera()).isPresent();
            case PairingPlace.VaultOf vault -> sites.there(tenant, vault.site());
        };
    }

    Optional<PairingAnswer> camera(Agent agent) {
        TenantId tenant = agent.tenant();
        byte[] bound = Proof.paired(tenant, agent.id(), agent.camera(), Signatures.text(agent.publicKey()));
        return cameras.find(tenant, agent.camera())
                .flatMap(camera -> keys.find(tenant)
                        .map(hub -> new PairingAnswer(
                                tenant, agent.id(), agent.camera(), camera.name(), hub.publicKey(), hub.sign(bound))));
    }

    Optional<VaultPairingAnswer> vault(Agent vault) {
        TenantId tenant = vault.tenant();
        byte[] bound = Proof.vaultPaired(tenant, vault.id(), vault.site().value(), Signatures.text(vault.publicKey()));
        return sites.find(tenant, vault.site())
                .flatMap(site -> keys.find(tenant)
                        .map(hub -> new VaultPairingAnswer(
                                tenant,
                                vault.id(),
                                site.id().value(),
                                site.name(),
                                vault.name(),
                                hub.publicKey(),
                                hub.sign(bound))));
    }
}
