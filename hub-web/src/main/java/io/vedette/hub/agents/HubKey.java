package io.vedette.hub.agents;

import io.vedette.contracts.link.Signatures;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;

/** Who the hub is to the agents of one tenant. Its private half never leaves the tenant's own rows. */
@Entity
@Table(name = "hub_key")
public class HubKey extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "public_key", nullable = false, updatable = false)
    private byte[] publicKey = {};

    @Column(name = "private_key", nullable = false, updatable = false)
    private byte[] privateKey = {};

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    protected HubKey() {}

    HubKey(UUID id, KeyPair pair, Instant madeAt) {
        this.id = id;
        this.publicKey = pair.getPublic().getEncoded();
        this.privateKey = pair.getPrivate().getEncoded();
        this.madeAt = madeAt;
    }

    /** As it travels. */
    String publicKey() {
        return Signatures.text(publicKey);
    }

    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(message);
            return Signatures.text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the hub's key of tenant " + tenant() + " cannot sign", e);
        }
    }
}
