package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.AgentId;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.VaultDoor;
import io.vedette.hub.cameras.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edge vault as programs get it.
 *
 * @param words four, of its key and the hub's
 * @param confirmed false while it waits for its owner to compare the words
 * @param clonedAt since when two boxes are seen to use its key
 * @param address where the agents of the site bring recordings; absent until it has told
 * @param fingerprint of its certificate; absent on its own machine
 * @param diskFreePercent absent while it is away
 * @param copies recordings it has, as it told
 * @param newestCopy when it told of the last one
 */
public record EdgeVaultDocument(
        AgentId vault,
        SiteId site,
        String siteName,
        String name,
        boolean online,
        boolean confirmed,
        String words,
        @Nullable Instant clonedAt,
        String version,
        String host,
        Instant pairedAt,
        Instant keySince,
        @Nullable Instant lastSeen,
        @Nullable String address,
        @Nullable String fingerprint,
        @Nullable Integer diskFreePercent,
        long copies,
        long copiedBytes,
        @Nullable Instant newestCopy) {

    /** All of a tenant. */
    public record EdgeVaultList(List<EdgeVaultDocument> items) {}

    static EdgeVaultDocument of(EdgeVaults.Sight sight) {
        Agent vault = sight.vault();
        Optional<VaultDoor> door = vault.door();
        return new EdgeVaultDocument(
                vault.id(),
                sight.site().id(),
                sight.site().name(),
                vault.name(),
                sight.online(),
                vault.confirmed(),
                vault.words(),
                vault.clonedAt().orElse(null),
                vault.version(),
                vault.host(),
                vault.pairedAt(),
                vault.keySince(),
                vault.lastSeen().orElse(null),
                door.map(VaultDoor::address).orElse(null),
                door.flatMap(VaultDoor::fingerprint).orElse(null),
                sight.diskFree().isPresent() ? sight.diskFree().getAsInt() : null,
                sight.copies().recordings(),
                sight.copies().bytes(),
                sight.copies().newest());
    }
}
