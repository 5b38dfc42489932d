package io.vedette.hub.edgevaults;

import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.VaultDoor;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.boundary.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edge vault as its page shows it.
 *
 * @param address empty until it has told
 * @param fingerprint empty on its own machine
 * @param diskFree empty while it is away
 * @param newest null while it has no copies
 */
public record EdgeVaultLine(
        String id,
        String name,
        String host,
        String version,
        boolean online,
        boolean confirmed,
        boolean cloned,
        boolean keyAsked,
        String words,
        String address,
        String fingerprint,
        String diskFree,
        long copies,
        String bytes,
        @Nullable Moment newest,
        Moment pairedAt,
        Moment keySince,
        @Nullable Moment lastSeen) {
    static EdgeVaultLine of(EdgeVaults.Sight sight, Instant now, Locale language) {
        Agent vault = sight.vault();
        ZoneId zone = sight.site().zone();
        Optional<VaultDoor> door = vault.door();
        return new EdgeVaultLine(
                vault.id().toString(),
                vault.name(),
                vault.host(),
                vault.version(),
                sight.online(),
                vault.confirmed(),
                vault.clonedAt().isPresent(),
                vault.keyAsked(),
                vault.words(),
                door.map(VaultDoor::address).orElse(""),
                door.flatMap(VaultDoor::fingerprint).orElse(""),
                sight.diskFree().isPresent() ? sight.diskFree().getAsInt() + " %" : "",
                sight.copies().recordings(),
                Wording.size(sight.copies().bytes(), language),
                Optional.ofNullable(sight.copies().newest())
                        .map(at -> Moment.of(at, zone, now, language))
                        .orElse(null),
                Moment.of(vault.pairedAt(), zone, now, language),
                Moment.of(vault.keySince(), zone, now, language),
                vault.lastSeen().map(at -> Moment.of(at, zone, now, language)).orElse(null));
    }
}
