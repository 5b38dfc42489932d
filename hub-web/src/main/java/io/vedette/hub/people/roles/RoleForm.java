package io.vedette.hub.people.roles;

import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.people.hours.HoursForm;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the form of a role: name, what it may, and when it counts. Everything wrong is noted at its field. */
final class RoleForm {
    private RoleForm() {}

    /** @param before the hours as they are */
    static Optional<RoleWish> read(FormInput form, Optional<WeeklyHours> before) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Permission.offered().stream()
                .filter(one -> form.chosen("permission", one.name()))
                .forEach(permissions::add);
        if (permissions.isEmpty()) {
            form.wrong("permission", "form.permission.wrong");
        }
        Optional<WeeklyHours> hours = HoursForm.change(form, before, zone(form));
        return form.anyWrong() ? Optional.empty() : name.map(one -> new RoleWish(one, permissions, hours));
    }

    private static Optional<ZoneId> zone(FormInput form) {
        try {
            return Optional.of(ZoneId.of(form.text("zone").isBlank() ? "UTC" : form.text("zone")));
        } catch (DateTimeException e) {
            form.wrong("zone", "form.zone.wrong");
            return Optional.empty();
        }
    }

    static FormInput of(CustomRole made) {
        Role role = made.role();
        FormInput form =
                FormInput.empty().preset("name", role.name()).preset("version", String.valueOf(made.version()));
        role.permissions().forEach(one -> form.preset("permission", one.name()));
        role.hours().ifPresent(hours -> {
            form.preset("zone", hours.zone().getId());
            if (!HoursForm.write(form, hours)) {
                form.preset("keep", "yes");
            }
        });
        return form;
    }
}
