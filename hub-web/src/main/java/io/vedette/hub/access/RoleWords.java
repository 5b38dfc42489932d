package io.vedette.hub.access;

import io.vedette.hub.platform.web.Messages;
import java.util.Locale;

/** What a role is called. */
public final class RoleWords {
    private RoleWords() {}

    public static String of(Role role, Locale language) {
        return role.custom() ? role.name() : Messages.text(language, "role." + role.key());
    }

    /** Everybody who has it. */
    public static String everybody(Role role, Locale language) {
        return role.custom()
                ? Messages.text(language, "people.everyone.of", role.name())
                : Messages.text(language, "people.everyone." + role.key());
    }
}
