package io.vedette.hub.integrations;

import org.jspecify.annotations.Nullable;

/**
 * An integration on the pages of its owner.
 *
 * @param lag events that it was not told yet
 * @param trouble null while it goes well
 */
public record IntegrationLine(
        String id,
        String name,
        String kind,
        String leadsTo,
        boolean enabled,
        long lag,
        @Nullable String trouble,
        String said) {
    static IntegrationLine of(Integration integration, long lag) {
        return new IntegrationLine(
                integration.id().toString(),
                integration.name(),
                integration.kind().name(),
                integration.leadsTo(),
                integration.enabled(),
                lag,
                integration.trouble().map(Enum::name).orElse(null),
                integration.said());
    }
}
