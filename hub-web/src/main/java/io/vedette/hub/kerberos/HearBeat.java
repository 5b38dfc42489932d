package io.vedette.hub.kerberos;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.Secret;
import io.vedette.hub.kerberos.cipher.SaltedCipher;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.vaults.accounts.AccessKey;
import io.vedette.hub.vaults.accounts.AdmitAccount;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Hears beats of agents of Kerberos: from one that proves itself, it takes that it is there. Outside any transaction. */
@Singleton
public class HearBeat {
    private final TenantWork work;
    private final AdmitAccount accounts;
    private final FindDevice devices;
    private final KerberosPresence presence;

    @Inject
    public HearBeat(TenantWork work, AdmitAccount accounts, FindDevice devices, KerberosPresence presence) {
        this.work = work;
        this.accounts = accounts;
        this.devices = devices;
        this.presence = presence;
    }

    enum Heard {
        HEARD,
        NO_CAMERA,
        /** From the right one, and no beat. */
        UNREADABLE,
        UNPROVED
    }

    /** Of one that has shown its keys; in clear or encrypted with them. */
    Heard hear(Optional<Admitted> shown, byte[] text) {
        if (shown.isEmpty()) {
            return Heard.UNPROVED;
        }
        Optional<JsonNode> outer = Beat.json(text);
        Optional<JsonNode> inner = outer.filter(HearBeat::encrypted).isPresent()
                ? accounts.secret(shown.get()).flatMap(secret -> opened(outer.get(), secret))
                : outer;
        return inner.flatMap(Beat::of).map(beat -> heard(shown.get(), beat)).orElse(Heard.UNREADABLE);
    }

    /** Of one that shows no keys: what it encrypted is its proof. One in clear proves nothing, as the key in it is public. */
    Heard hear(byte[] text) {
        Optional<JsonNode> outer = Beat.json(text).filter(HearBeat::encrypted);
        var inner = new AtomicReference<Optional<JsonNode>>(Optional.empty());
        Optional<Admitted> proved = outer.map(
                        json -> json.path("cloudpublicKey").asText(""))
                .flatMap(AccessKey::read)
                .flatMap(key -> accounts.admit(key, secret -> {
                    inner.set(opened(outer.get(), secret));
                    return inner.get().isPresent();
                }));
        if (proved.isEmpty()) {
            return Heard.UNPROVED;
        }
        return inner.get()
                .flatMap(Beat::of)
                .map(beat -> heard(proved.get(), beat))
                .orElse(Heard.UNREADABLE);
    }

    private static boolean encrypted(JsonNode outer) {
        return outer.path("encrypted").asBoolean(false);
    }

    private static Optional<JsonNode> opened(JsonNode outer, Secret secret) {
        try {
            byte[] data = Base64.getDecoder().decode(outer.path("encryptedData").asText(""));
            return SaltedCipher.decrypt(data, secret).flatMap(Beat::json);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private Heard heard(Admitted in, Beat beat) {
        return work.as(
                in.tenant(),
                () -> devices.of(in, beat.device(), beat.camera())
                        .map(device -> {
                            presence.heard(device, beat);
                            return Heard.HEARD;
                        })
                        .orElse(Heard.NO_CAMERA));
    }
}
