package io.vedette.agent.config;

import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/**
 * Everything an edge vault is told, as kept in {@code vault.json}.
 *
 * @param site whose agents bring their recordings here
 * @param siteName as when the vault was paired; for people
 * @param name of the vault, likewise
 * @param listen where it listens
 * @param address where agents find it: https, or http on this machine
 * @param keep how much is kept
 * @param kbitPerSecond most of the uplink that recordings take, in 1,000 bits per second; zero for all of it
 * @param hubKey the hub's own key, as it answered the pairing; it signs the tickets of those who bring
 * @param pairedWith as in {@link AgentConfig}
 */
public record VaultConfig(
        HubAddress hub,
        TenantId tenant,
        AgentId vault,
        UUID site,
        String siteName,
        String name,
        ListenAddress listen,
        URI address,
        Keep keep,
        long kbitPerSecond,
        String hubKey,
        String pairedWith) {
    /**
     * How much is kept.
     *
     * @param bytes most bytes of recordings
     * @param age for how long; zero for no limit
     * @param freeBytes of the disk that are left to others
     */
    public record Keep(long bytes, Duration age, long freeBytes) {
        public static final Keep USUAL = new Keep(500_000_000_000L, Duration.ZERO, 5_000_000_000L);
    }

    /** Plain http is for this machine alone; {@link IllegalArgumentException} with a sentence otherwise. */
    static void fits(ListenAddress listen, URI address) {
        if (address.getScheme().equals("http") && !listen.thisMachineAlone()) {
            throw new IllegalArgumentException("Who listens to other machines has an address with https://.");
        }
    }

    public boolean secure() {
        return address.getScheme().equals("https");
    }
}
