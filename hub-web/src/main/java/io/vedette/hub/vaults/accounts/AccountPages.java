package io.vedette.hub.vaults.accounts;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys for agents of another make and scripts, for owners: made, shown once, listed. */
@Path("/t/{tenant}/settings/vault-accounts")
@Produces(MediaType.TEXT_HTML)
public class AccountPages {
    private final Visits visits;
    private final VaultAccounts accounts;
    private final AccountChoices choices;
    private final HubSettings settings;
    private final Clock clock;

    @Inject
    AccountPages(Visits visits, VaultAccounts accounts, AccountChoices choices, HubSettings settings, Clock clock) {
        this.visits = visits;
        this.accounts = accounts;
        this.choices = choices;
        this.settings = settings;
        this.clock = clock;
    }

    /** A key pair on the one page that shows it. */
    public record Shown(String name, String accessKey, String secretKey) {
        static Shown of(VaultAccounts.Made made) {
            return new Shown(
                    made.account().name(),
                    made.pair().accessKey().text(),
                    made.pair().secret().reveal());
        }

        @Override
        public String toString() {
            return "Shown[" + name + "]";
        }
    }

    @GET
    public View list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return view(request, visit, AccountForm.blank(), Optional.empty());
        });
    }

    /** Answers with the page itself instead of a redirect: the secret is in no address and kept nowhere. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<AccountWish> wish = read(visit, form).filter(one -> free(visit, form, one));
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, form, Optional.empty()));
            }
            Shown shown = Shown.of(accounts.make(visit.viewer(), wish.get()));
            return Page.of(view(request, visit, AccountForm.blank(), Optional.of(shown)));
        });
    }

    private Optional<AccountWish> read(Visit visit, FormInput form) {
        return AccountForm.read(form, choices.siteIds(visit), choices.providerIds(visit));
    }

    private boolean free(Visit visit, FormInput form, AccountWish wish) {
        if (accounts.all(visit.viewer().tenant()).size() >= VaultAccounts.MOST) {
            return form.refuse("name", "form.accounts.many");
        }
        return !accounts.taken(visit.viewer().tenant(), wish.name()) || form.refuse("name", "form.accounts.taken");
    }

    private View view(HttpServletRequest request, Visit visit, FormInput form, Optional<Shown> shown) {
        Map<SiteId, String> names = choices.siteNames(visit);
        Map<String, Object> model = new HashMap<>(choices.entries(visit));
        model.put(
                "accounts",
                accounts.all(visit.viewer().tenant()).stream()
                        .map(one -> AccountLine.of(
                                one, one.site().map(names::get).orElse(""), clock.instant(), Languages.of(request)))
                        .toList());
        model.put("kinds", Arrays.stream(AccountKind.values()).map(Enum::name).toList());
        model.put("hub", settings.publicUrl().resolve("/kerberos/hub").toString());
        model.put("vault", settings.publicUrl().resolve("/kerberos/vault").toString());
        model.put("form", form);
        shown.ifPresent(one -> model.put("shown", one));
        return Frame.view(request, visit, "settings", "settings/accounts", model);
    }
}
