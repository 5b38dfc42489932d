package io.vedette.hub.people;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.access.tokens.Standing;
import io.vedette.hub.cameras.grants.AccessGrant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the tenant's accounts for whoever delegates, and for everybody those to whom they passed something on. */
@Singleton
public class AccountBooks {
    private static final Logger LOG = LoggerFactory.getLogger(AccountBooks.class);

    /** Each is asked for by itself; who passes on to more reads the ids of the others. */
    private static final int MOST_NAMED = 50;

    private final Visits visits;
    private final Accounts accounts;
    private final Standing standing;

    @Inject
    AccountBooks(Visits visits, Accounts accounts, Standing standing) {
        this.visits = visits;
        this.accounts = accounts;
        this.standing = standing;
    }

    /** The accounts are asked for between two transactions: no connection is held while the network is waited for. */
    AccountBook open(HttpServletRequest request, String tenant) {
        Viewer viewer = visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return visit.viewer();
        });
        return AccountBook.open(accounts, viewer);
    }

    /**
     * The holders of these grants alone, for whoever gave them: they named each of them. Whoever is no member any more is not in
     * it. Asks over the network: not inside a transaction.
     */
    AccountBook holders(TenantId tenant, List<AccessGrant> grants) {
        List<Account> known = new ArrayList<>();
        try {
            for (Subject subject : AccountBook.holding(grants).limit(MOST_NAMED).toList()) {
                standing.of(tenant, subject)
                        .map(one ->
                                new Account(subject, one.displayName(), one.userName(), "", false, false, Role.VIEWER))
                        .ifPresent(known::add);
            }
        } catch (Unreachable e) {
            LOG.warn("those who hold what was passed on are shown by their ids: {}", e.getMessage(), e);
        }
        return new AccountBook(List.copyOf(known), false);
    }
}
