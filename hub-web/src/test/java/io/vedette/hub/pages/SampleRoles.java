package io.vedette.hub.pages;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.people.hours.HoursForm;
import io.vedette.hub.people.hours.HoursText;
import io.vedette.hub.people.roles.RoleLine;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Roles, and the form of one that the tenant makes. */
final class SampleRoles {
    private static final WeeklyHours NIGHTS = WeeklyHours.of(
            SamplePages.ZONE,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.parse("20:00"),
            LocalTime.parse("06:00"));
    private static final Role NIGHT_DESK = new Role(
            new RoleKey(SamplePages.id(70)),
            "Night desk",
            Set.of(Permission.LIVE, Permission.EVERY_CAMERA),
            Optional.of(NIGHTS));
    private static final Role INSTALLER = new Role(
            new RoleKey(SamplePages.id(71)),
            "Installer of the cold store and the docks",
            Set.of(Permission.PAIR, Permission.ARRANGE),
            Optional.empty());

    private SampleRoles() {}

    static Map<String, Object> list(Locale language, boolean owns) {
        List<RoleLine> lines = Stream.concat(Role.standard().stream(), Stream.of(NIGHT_DESK, INSTALLER))
                .map(role -> RoleLine.of(role, role == NIGHT_DESK ? 1204 : 2, language))
                .toList();
        return Map.of(
                "roles",
                lines,
                "permissions",
                Arrays.stream(Permission.values()).map(Enum::name).toList(),
                "owns",
                owns);
    }

    static Map<String, Object> blank(Locale language) {
        FormInput form = FormInput.empty().preset("permission", "LIVE");
        return model(language, "", Messages.text(language, "roles.new"), form);
    }

    static Map<String, Object> made(Locale language) {
        FormInput form = FormInput.empty().preset("name", NIGHT_DESK.name()).preset("version", "3");
        NIGHT_DESK.permissions().forEach(one -> form.preset("permission", one.name()));
        HoursForm.write(form, NIGHTS);
        return model(language, NIGHT_DESK.key().value(), NIGHT_DESK.name(), form);
    }

    /** Hours that a program gave and the form cannot say, and everything else wrong. */
    static Map<String, Object> wrong(Locale language) {
        FormInput form = FormInput.empty().preset("keep", "yes").preset("zone", "Brussels");
        form.wrong("name", "form.role.taken");
        form.wrong("permission", "form.permission.wrong");
        form.wrong("opens", "form.hours.wrong");
        form.wrong("zone", "form.zone.wrong");
        Map<String, Object> model = model(language, NIGHT_DESK.key().value(), NIGHT_DESK.name(), form);
        model.put("kept", HoursText.words(NIGHTS, language));
        return model;
    }

    private static Map<String, Object> model(Locale language, String id, String title, FormInput form) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", id);
        model.put("name", id.isEmpty() ? "" : title);
        model.put("title", title);
        model.put("people", id.isEmpty() ? 0 : 2);
        model.put("permissions", Permission.offered().stream().map(Enum::name).toList());
        model.put("days", HoursText.days(language));
        model.put("zones", List.of(SamplePages.ZONE.getId(), "UTC"));
        model.put("kept", "");
        model.put("form", form);
        return model;
    }
}
