package io.vedette.hub.vaults.accounts;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One key pair, for owners: on what terms it sends, changed, turned off, taken away. */
@Path("/t/{tenant}/settings/vault-accounts/{vaultAccount}")
@Produces(MediaType.TEXT_HTML)
public class AccountPage {
    private final Visits visits;
    private final VaultAccounts accounts;
    private final AccountChoices choices;
    private final Clock clock;

    @Inject
    AccountPage(Visits visits, VaultAccounts accounts, AccountChoices choices, Clock clock) {
        this.visits = visits;
        this.accounts = accounts;
        this.choices = choices;
        this.clock = clock;
    }

    @GET
    public View one(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            VaultAccount account = get(visit, id);
            return view(request, visit, account, AccountForm.of(account));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            VaultAccount account = get(visit, id);
            Optional<AccountTerms> terms = AccountForm.terms(form, choices.siteIds(visit), choices.providerIds(visit));
            if (terms.isEmpty()) {
                return Page.again(view(request, visit, account, form));
            }
            accounts.change(visit.viewer(), account.id(), terms.get());
            return list(visit);
        });
    }

    @POST
    @Path("/on")
    public Response on(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        return enable(tenant, id, request, true);
    }

    @POST
    @Path("/off")
    public Response off(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        return enable(tenant, id, request, false);
    }

    @POST
    @Path("/remove")
    public Response remove(
            @PathParam("tenant") String tenant,
            @PathParam("vaultAccount") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            accounts.remove(visit.viewer(), InPath.id(id, VaultAccountId::of));
            return list(visit);
        });
    }

    private Response enable(String tenant, String id, HttpServletRequest request, boolean on) {
        return visits.as(request, tenant, visit -> {
            accounts.enable(visit.viewer(), InPath.id(id, VaultAccountId::of), on);
            return list(visit);
        });
    }

    private VaultAccount get(Visit visit, String id) {
        visit.must(Permission.OWN);
        return accounts.get(visit.viewer().tenant(), InPath.id(id, VaultAccountId::of));
    }

    private static Response list(Visit visit) {
        return Redirect.to(visit.at("/settings/vault-accounts"));
    }

    private View view(HttpServletRequest request, Visit visit, VaultAccount account, FormInput form) {
        String site = account.site().map(choices.siteNames(visit)::get).orElse("");
        Map<String, Object> model = new HashMap<>(choices.entries(visit));
        model.put("account", AccountLine.of(account, site, clock.instant(), Languages.of(request)));
        model.put("form", form);
        return Frame.view(request, visit, "settings", "settings/account", model);
    }
}
