package io.vedette.hub.access;

import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a person in one tenant.
 *
 * @param slug the tenant as it stands in addresses
 * @param tenants the names of all tenants of the person, this one too, by what stands in addresses
 * @param support the leave that operators have here at this moment, whoever the visit is of
 */
public record Visit(
        Viewer viewer, Person person, String slug, Map<String, String> tenants, Optional<SupportAccess> support) {
    /** Whether it is an operator's, by an owner's leave. */
    public boolean asSupport() {
        return person.membership(slug).isEmpty();
    }

    public String tenantName() {
        return tenants.getOrDefault(slug, slug);
    }

    /** The address of something in this tenant: {@code at("/cameras")}. */
    public String at(String path) {
        return "/t/" + slug + path;
    }

    /** For what only those do who belong to the tenant: to support there is no such thing. */
    public void mustBelong() {
        if (asSupport()) {
            throw Refusal.notFound();
        }
    }

    /** For pages that only exist for those who may: passes or refuses. */
    public void must(Permission permission) {
        viewer.must(permission);
    }

    /** For what is a person's own business: refuses whoever came with one of their tokens, whatever it allows. */
    public void mustBeInPerson() {
        if (person.token().isPresent()) {
            throw Refusal.missingRight("SESSION");
        }
    }
}
