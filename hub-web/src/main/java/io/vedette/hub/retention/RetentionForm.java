package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.vaults.StorageProviderId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads the form of a rule. Everything wrong is noted at its field. */
final class RetentionForm {
    static final List<String> UNITS = List.of("MB", "GB", "TB");
    private static final String USUAL_UNIT = "GB";
    private static final int MEGA = 6;
    private static final int STEP = 3;
    private static final String EVERYTHING = "everything";
    private static final String SITE = "site:";
    private static final String CAMERA = "camera:";

    private RetentionForm() {}

    record Wish(Scope scope, Terms terms) {}

    static FormInput of(Scope scope, Optional<Terms> terms) {
        FormInput form = FormInput.empty().preset("on", value(scope)).preset("unit", USUAL_UNIT);
        terms.ifPresent(one -> {
            switch (one.days()) {
                case Terms.Days.Of of -> form.preset("days", Integer.toString(of.count()));
                case Terms.Days.Endless endless -> form.preset("endless", "on");
                case Terms.Days.AsAbove above -> {}
            }
            form.preset("labels", one.seen().labels());
            one.seen().unseen().ifPresent(days -> form.preset("unseen", Integer.toString(days)));
            one.archive()
                    .ifPresent(archive -> form.preset("archive", archive.to().toString())
                            .preset("after", Integer.toString(archive.afterDays())));
            one.bytes()
                    .ifPresent(bytes -> form.preset(
                            "room",
                            BigDecimal.valueOf(bytes, exponent(USUAL_UNIT))
                                    .stripTrailingZeros()
                                    .toPlainString()));
        });
        return form;
    }

    /** As it stands in the form and in addresses. */
    static String value(Scope scope) {
        return switch (scope) {
            case Scope.Everything everything -> EVERYTHING;
            case Scope.OneSite one -> SITE + one.site();
            case Scope.OneCamera one -> CAMERA + one.camera();
        };
    }

    /** {@link IllegalArgumentException} for what is none. */
    static Scope scope(String text) {
        if (text.startsWith(SITE)) {
            return new Scope.OneSite(SiteId.of(text.substring(SITE.length())));
        }
        if (text.startsWith(CAMERA)) {
            return new Scope.OneCamera(CameraId.of(text.substring(CAMERA.length())));
        }
        if (text.equals(EVERYTHING)) {
            return Scope.EVERYTHING;
        }
        throw new IllegalArgumentException("a rule is on everything, a site or a camera");
    }

    static Optional<Wish> read(FormInput form) {
        Optional<Scope> scope = form.read("on", RetentionForm::scope, "form.retention.on");
        Optional<Terms.Days> days =
                form.read("days", text -> days(text, form.chosen("endless", "on")), "form.retention.days");
        Optional<OptionalLong> bytes =
                form.read("room", text -> bytes(text, form.text("unit").strip()), "form.retention.room");
        Optional<Map<Label, Integer>> labels = form.read("labels", RetentionForm::labels, "form.retention.labels");
        Optional<OptionalInt> unseen = form.read("unseen", RetentionForm::unseen, "form.retention.unseen");
        Optional<Optional<Archive>> archive =
                form.read("after", text -> archive(text, form.text("archive").strip()), "form.retention.after");
        if (form.anyWrong()) {
            return Optional.empty();
        }
        var seen = new ByLabel(labels.orElseThrow(), unseen.orElseThrow());
        if (days.orElseThrow() instanceof Terms.Days.AsAbove
                && bytes.orElseThrow().isEmpty()
                && seen.isEmpty()
                && archive.orElseThrow().isEmpty()) {
            form.wrong("days", "form.retention.nothing");
            return Optional.empty();
        }
        if (!seen.beside(days.orElseThrow())) {
            boolean labelled = new ByLabel(seen.days(), OptionalInt.empty()).beside(days.orElseThrow());
            form.wrong(
                    labelled ? "unseen" : "labels",
                    labelled ? "form.retention.unseen.longer" : "form.retention.labels.shorter");
            return Optional.empty();
        }
        return Optional.of(new Wish(
                scope.orElseThrow(), new Terms(days.orElseThrow(), bytes.orElseThrow(), seen, archive.orElseThrow())));
    }

    /** As {@code person 60, traffic light 30}; the days are behind the last space. */
    private static Map<Label, Integer> labels(String text) {
        Map<Label, Integer> labels = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String one = part.strip();
            int space = one.lastIndexOf(' ');
            if (space < 0
                    || labels.put(
                                    new Label(one.substring(0, space).strip()),
                                    Integer.parseInt(one.substring(space + 1)))
                            != null) {
                throw new IllegalArgumentException("a label and its days, each label once");
            }
        }
        return new ByLabel(labels, OptionalInt.empty()).days();
    }

    private static Optional<Archive> archive(String after, String to) {
        if (to.isEmpty() != after.isEmpty()) {
            throw new IllegalArgumentException("where to, and after how many days");
        }
        return to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Archive(StorageProviderId.of(to), Integer.parseInt(after)));
    }

    private static OptionalInt unseen(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(new Terms.Days.Of(Integer.parseInt(text)).count());
    }

    private static Terms.Days days(String text, boolean endless) {
        if (endless && !text.isEmpty()) {
            throw new IllegalArgumentException("either days or no end");
        }
        if (endless) {
            return Terms.Days.ENDLESS;
        }
        return text.isEmpty() ? Terms.Days.AS_ABOVE : new Terms.Days.Of(Integer.parseInt(text));
    }

    private static OptionalLong bytes(String text, String unit) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long bytes = new BigDecimal(text.replace(',', '.'))
                    .scaleByPowerOfTen(exponent(unit))
                    .longValueExact();
            return new Terms(Terms.Days.AS_ABOVE, OptionalLong.of(bytes)).bytes();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("is no number of bytes", e);
        }
    }

    private static int exponent(String unit) {
        int index = UNITS.indexOf(unit);
        if (index < 0) {
            throw new IllegalArgumentException("a unit is MB, GB or TB");
        }
        return MEGA + STEP * index;
    }
}
