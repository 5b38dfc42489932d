package io.vedette.hub.people;

import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

/** Opens the tenant's accounts for whoever delegates. */
@Singleton
public class AccountBooks {
    private final Visits visits;
    private final Accounts accounts;

    @Inject
    AccountBooks(Visits visits, Accounts accounts) {
        this.visits = visits;
        this.accounts = accounts;
    }

    /** The accounts are asked for between two transactions: no connection is held while the network is waited for. */
    AccountBook open(HttpServletRequest request, String tenant) {
        Viewer viewer = visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return visit.viewer();
        });
        return AccountBook.open(accounts, viewer);
    }
}
