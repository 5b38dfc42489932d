package io.vedette.hub.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.security.ServiceAccount;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The members of the organisation whose attribute {@code tenant} is the viewer's tenant. */
@Singleton
public class KeycloakAccounts implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakAccounts.class);
    private static final int PAGE = 100;
    private static final int MOST = 5_000;

    private final AdminApi admin;
    private final TenantWork work;
    private final Members members;
    private final Organisations organisations;

    @Inject
    KeycloakAccounts(AdminApi admin, TenantWork work, Members members) {
        this.admin = admin;
        this.work = work;
        this.members = members;
        this.organisations = new Organisations(admin);
    }

    @Override
    public List<Account> all(Viewer viewer) throws Unreachable {
        if (!viewer.may(Permission.AUDIT)) {
            viewer.must(Permission.DELEGATE);
        }
        List<JsonNode> people = members(organisations.path(viewer.tenant()));
        Map<Subject, Role> roles = work.as(viewer.tenant(), () -> members.roles(viewer.tenant()));
        return people.stream()
                .map(person -> account(person, roles))
                .sorted(Comparator.comparing(Account::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    @Override
    public Optional<Account> named(TenantId tenant, String userNameOrEmail) throws Unreachable {
        String wanted = userNameOrEmail.strip();
        return wanted.isEmpty() ? Optional.empty() : search(tenant, wanted, account -> account.answersTo(wanted));
    }

    @Override
    public Optional<Account> holding(TenantId tenant, Email email) throws Unreachable {
        return search(tenant, email.value(), account -> account.email().equalsIgnoreCase(email.value()));
    }

    /** A search is free to find more than was meant, by a first or last name for example. */
    private Optional<Account> search(TenantId tenant, String wanted, Predicate<Account> meant) throws Unreachable {
        JsonNode found = admin.get(organisations.path(tenant) + "/members?exact=true&first=0&max=" + PAGE + "&search="
                + AdminApi.encoded(wanted));
        Map<Subject, Role> roles = work.as(tenant, () -> members.roles(tenant));
        for (JsonNode person : found) {
            Account account = account(person, roles);
            if (meant.test(account)) {
                return Optional.of(account);
            }
        }
        return Optional.empty();
    }

    /**
     * Keycloak deletes the whole account of a managed member (one who registered by an invitation, or comes from the
     * organisation's own provider) with the membership, so those stay listed there and are kept out here alone.
     */
    @Override
    public void end(TenantId tenant, Subject subject) throws Unreachable {
        String member = organisations.path(tenant) + "/members/" + AdminApi.encoded(subject.value());
        Optional<JsonNode> known = admin.find(member);
        if (known.isEmpty()) {
            return;
        }
        if (known.get().path("membershipType").asText("").equals("UNMANAGED")) {
            admin.delete(member);
        } else {
            LOG.info("{} is a managed member of the organisation and stays one at the identity provider", subject);
        }
    }

    /**
     * Keycloak does not say so here. Somebody who may choose a user name could choose one like it; but whoever registers, or
     * comes from another provider, has to have an address and cannot take it off.
     */
    private static boolean service(JsonNode person) {
        return ServiceAccount.named(person.path("username").asText(""))
                && person.path("email").asText("").isEmpty();
    }

    private List<JsonNode> members(String organisation) throws Unreachable {
        List<JsonNode> all = new ArrayList<>();
        while (all.size() < MOST) {
            JsonNode page = admin.get(organisation + "/members?first=" + all.size() + "&max=" + PAGE);
            page.forEach(all::add);
            if (page.size() < PAGE) {
                break;
            }
        }
        return all;
    }

    private static Account account(JsonNode person, Map<Subject, Role> roles) {
        var subject = new Subject(person.path("id").asText());
        return new Account(
                subject,
                displayName(person),
                person.path("username").asText(""),
                person.path("email").asText(""),
                person.path("emailVerified").asBoolean(false),
                service(person),
                roles.getOrDefault(subject, Role.VIEWER));
    }

    /** A service account is called as its client. */
    static String displayName(JsonNode person) {
        if (service(person)) {
            return ServiceAccount.client(person.path("username").asText(""));
        }
        String name = (person.path("firstName").asText("") + " "
                        + person.path("lastName").asText(""))
                .strip();
        return name.isEmpty() ? person.path("username").asText("") : name;
    }
}
