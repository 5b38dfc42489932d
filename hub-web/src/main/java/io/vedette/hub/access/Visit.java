package io.vedette.hub.access;

import io.vedette.hub.platform.security.Person;

/**
 * One request of a person in one tenant.
 *
 * @param slug the tenant as it stands in addresses
 */
public record Visit(Viewer viewer, Person person, String slug, String tenantName) {
    /** The address of something in this tenant: {@code at("/cameras")}. */
    public String at(String path) {
        return "/t/" + slug + path;
    }
}
