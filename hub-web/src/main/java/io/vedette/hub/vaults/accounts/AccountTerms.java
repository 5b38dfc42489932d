package io.vedette.hub.vaults.accounts;

import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.vaults.StorageProviderId;
import java.util.Optional;

/**
 * On what terms an account sends. They can be changed while it does, and count from its next request on.
 *
 * @param site where cameras appear that send with it for the first time
 * @param provider where it is kept; empty: wherever the tenant keeps recordings at the time
 * @param directory what counts whatever an agent says; empty: what the agent says
 */
public record AccountTerms(
        SiteId site, Optional<StorageProviderId> provider, Optional<Directory> directory, AccountLimits limits) {}
