package io.vedette.agent.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.VaultAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.LinkCodec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code vault.json} and back; as {@link ConfigDocument} for an agent. */
final class VaultDocument {
    private VaultDocument() {}

    static String write(VaultConfig config) {
        ObjectNode root = LinkCodec.json().createObjectNode();
        ConfigDocument.put(root, VaultSetting.HUB, config.hub());
        ConfigDocument.put(root, VaultSetting.TENANT, config.tenant());
        ConfigDocument.put(root, VaultSetting.VAULT, config.vault());
        ConfigDocument.put(root, VaultSetting.PAIRED_WITH, config.pairedWith());
        ConfigDocument.put(root, VaultSetting.HUB_KEY, config.hubKey());
        ConfigDocument.put(root, VaultSetting.SITE, config.site());
        ConfigDocument.put(root, VaultSetting.SITE_NAME, config.siteName());
        ConfigDocument.put(root, VaultSetting.NAME, config.name());
        ConfigDocument.put(root, VaultSetting.LISTEN, config.listen());
        ConfigDocument.put(root, VaultSetting.ADDRESS, config.address());
        root.withObjectProperty("upload").put("kbitPerSecond", config.kbitPerSecond());
        root.put(VaultSetting.BYTES.key(), config.keep().bytes());
        root.put(VaultSetting.KEEP_DAYS.key(), config.keep().age().toDays());
        root.put(VaultSetting.KEEP_FREE_BYTES.key(), config.keep().freeBytes());
        return root.toPrettyString() + "\n";
    }

    static Reading read(String text) {
        JsonNode root;
        try {
            root = LinkCodec.json().readTree(text);
        } catch (JsonProcessingException e) {
            return new Reading.Faulty(List.of("vault.json is no JSON: look at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "."));
        }
        return root.isObject()
                ? read(new Fields(root))
                : new Reading.Faulty(List.of("vault.json must hold one object in braces."));
    }

    private static Reading read(Fields in) {
        @Nullable HubAddress hub = in.text(VaultSetting.HUB, HubAddress::of);
        @Nullable TenantId tenant = in.text(VaultSetting.TENANT, ConfigDocument.id(TenantId::of));
        @Nullable AgentId vault = in.text(VaultSetting.VAULT, ConfigDocument.id(AgentId::of));
        @Nullable String pairedWith = in.text(VaultSetting.PAIRED_WITH, Function.identity());
        @Nullable String hubKey = in.text(VaultSetting.HUB_KEY, ConfigDocument::key);
        @Nullable UUID site = in.text(VaultSetting.SITE, ConfigDocument.id(UUID::fromString));
        @Nullable String siteName = in.text(VaultSetting.SITE_NAME, Function.identity());
        @Nullable String name = in.text(VaultSetting.NAME, Function.identity());
        @Nullable ListenAddress listen = in.text(VaultSetting.LISTEN, ListenAddress::of);
        @Nullable URI address = in.text(VaultSetting.ADDRESS, VaultAddress::typed);
        long rate = in.number(VaultSetting.UPLOAD_RATE);
        VaultConfig.Keep keep = new VaultConfig.Keep(
                in.number(VaultSetting.BYTES),
                Duration.ofDays(in.number(VaultSetting.KEEP_DAYS)),
                in.number(VaultSetting.KEEP_FREE_BYTES));
        if (listen != null && address != null) {
            fits(in, listen, address);
        }
        // a missing value is a fault as well; both are asked, for the compiler's proof
        if (!in.faults().isEmpty()
                || hub == null
                || tenant == null
                || vault == null
                || hubKey == null
                || site == null
                || siteName == null
                || name == null
                || listen == null
                || address == null) {
            return new Reading.Faulty(in.faults());
        }
        return new Reading.Vault(new VaultConfig(
                hub,
                tenant,
                vault,
                site,
                siteName,
                name,
                listen,
                address,
                keep,
                rate,
                hubKey,
                pairedWith == null ? "" : pairedWith));
    }

    private static void fits(Fields in, ListenAddress listen, URI address) {
        try {
            VaultConfig.fits(listen, address);
        } catch (IllegalArgumentException e) {
            in.fault("address: " + e.getMessage());
        }
    }
}
