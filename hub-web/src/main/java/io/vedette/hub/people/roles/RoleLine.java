package io.vedette.hub.people.roles;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.people.hours.HoursText;
import java.util.List;
import java.util.Locale;

/**
 * A role on the page.
 *
 * @param custom whether the tenant made it, and can change it
 * @param may names of permissions, in their order
 * @param hours as people read them; empty when it counts always
 * @param people how many have it
 */
public record RoleLine(String key, String name, boolean custom, List<String> may, String hours, long people) {
    public static RoleLine of(Role role, long people, Locale language) {
        return new RoleLine(
                role.key().value(),
                RoleWords.of(role, language),
                role.custom(),
                role.permissions().stream().map(Permission::name).toList(),
                hours(role, language),
                people);
    }

    private static String hours(Role role, Locale language) {
        return role.hours()
                .map(some ->
                        HoursText.words(some, language) + " (" + some.zone().getId() + ")")
                .orElse("");
    }

    public boolean may(String permission) {
        return may.contains(permission);
    }
}
