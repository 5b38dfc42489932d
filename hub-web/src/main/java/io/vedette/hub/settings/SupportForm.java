package io.vedette.hub.settings;

import io.vedette.hub.access.Support;
import io.vedette.hub.access.SupportLevel;
import io.vedette.hub.platform.web.FormInput;
import java.util.Optional;

/** Reads the form of support access: how far, for how many days, and why. */
final class SupportForm {
    private SupportForm() {}

    /** What an owner wants to give. */
    record Wish(SupportLevel level, int days, String reason) {}

    static FormInput blank() {
        return FormInput.empty().preset("level", SupportLevel.LOOK.name()).preset("days", "1");
    }

    static Optional<Wish> read(FormInput form) {
        Optional<SupportLevel> level = form.read("level", SupportLevel::valueOf, "form.support.level");
        Optional<Integer> days = form.read("days", SupportForm::days, "form.support.days");
        Optional<String> reason = form.read("reason", SupportForm::reason, "form.support.reason");
        return level.flatMap(far -> days.flatMap(many -> reason.map(why -> new Wish(far, many, why))));
    }

    private static int days(String text) {
        int days = Integer.parseInt(text);
        if (days < 1 || days > Support.MOST_DAYS) {
            throw new IllegalArgumentException("1 to 7 days");
        }
        return days;
    }

    private static String reason(String text) {
        if (text.isEmpty() || text.length() > 200) {
            throw new IllegalArgumentException("a reason has 1 to 200 characters");
        }
        return text;
    }
}
