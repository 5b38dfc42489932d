package io.vedette.hub.people;

import io.vedette.hub.access.Role;
import io.vedette.hub.platform.web.Messages;
import java.util.Locale;

/** A role as it is chosen for somebody, with what it means. */
public record Appointment(String key, String does) {
    public static Appointment of(Role role, Locale language) {
        String does = role.custom() ? role.name() : Messages.text(language, "role.does." + role.key());
        return new Appointment(role.key().value(), does);
    }
}
