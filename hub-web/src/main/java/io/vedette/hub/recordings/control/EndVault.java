package io.vedette.hub.recordings.control;

import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.EdgeCopies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** An edge vault was revoked: what it was to send comes from the agents that still have it; what it had alone is lost. */
@Singleton
public class EndVault {
    private final TenantWork work;
    private final EndUploads uploads;
    private final EdgeCopies copies;

    @Inject
    public EndVault(TenantWork work, EndUploads uploads, EdgeCopies copies) {
        this.work = work;
        this.uploads = uploads;
        this.copies = copies;
    }

    /** Outside any transaction. */
    public void of(VaultRef vault) {
        uploads.of(vault);
        work.run(vault.tenant(), () -> copies.forget(vault.tenant(), vault.agent()));
    }
}
