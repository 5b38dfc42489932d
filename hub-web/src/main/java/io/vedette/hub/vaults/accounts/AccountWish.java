package io.vedette.hub.vaults.accounts;

import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.StorageProviderId;
import java.util.Optional;

/**
 * An account that somebody wants.
 *
 * @param site where cameras appear that send with it for the first time
 * @param provider where it is kept; empty: wherever the tenant keeps recordings at the time
 * @param directory what counts whatever an agent says; empty: what the agent says
 */
public record AccountWish(
        Name name,
        AccountKind kind,
        SiteId site,
        Optional<StorageProviderId> provider,
        Optional<Directory> directory,
        AccountLimits limits) {}
