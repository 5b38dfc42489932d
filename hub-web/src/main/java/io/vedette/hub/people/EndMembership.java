package io.vedette.hub.people;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.tokens.PersonalTokens;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a membership with all that hung on it: role, grants and what was passed on from them, teams, tokens. */
@Singleton
public class EndMembership {
    private static final Logger LOG = LoggerFactory.getLogger(EndMembership.class);

    private final TenantWork work;
    private final KeepOut keepOut;
    private final Grants grants;
    private final Teams teams;
    private final PersonalTokens tokens;
    private final Accounts accounts;

    @Inject
    public EndMembership(
            TenantWork work, KeepOut keepOut, Grants grants, Teams teams, PersonalTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.work = work;
        this.keepOut = keepOut;
        this.grants = grants;
        this.teams = teams;
        this.accounts = accounts;
    }

    /** Somebody else's; as {@link KeepOut#remove} refuses. */
    public void of(Viewer viewer, Subject subject) {
        keepOut.remove(viewer, subject);
        rest(viewer.tenant(), subject);
    }

    /** One's own; the last owner stays: {@link KeepOut#leave}. */
    public void own(Viewer viewer) {
        keepOut.leave(viewer);
        rest(viewer.tenant(), viewer.subject());
    }

    private void rest(TenantId tenant, Subject subject) {
        grants.endOf(tenant, subject);
        teams.endOf(tenant, subject);
        tokens.endOf(tenant, subject);
        work.afterCommit(() -> atProvider(tenant, subject));
    }

    /** Only tidies up: what counts is committed. */
    private void atProvider(TenantId tenant, Subject subject) {
        try {
            accounts.end(tenant, subject);
        } catch (Unreachable e) {
            LOG.warn("{} stays a member at the identity provider and is kept out here: {}", subject, e.getMessage());
        }
    }
}
