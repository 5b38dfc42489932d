package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.platform.web.FormInput;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form in which an owner says what the vault of a site sends on by itself. */
final class ForwardForm {
    private static final String SENDS = "sends";

    private ForwardForm() {}

    static FormInput of(Optional<ForwardRule> rule) {
        FormInput form = FormInput.empty().preset("mode", rule.isPresent() ? SENDS : "asked");
        rule.ifPresent(one -> {
            one.cameras().forEach(camera -> form.preset("camera", camera.toString()));
            form.preset(
                    "labels", one.labels().stream().sorted().map(Label::value).collect(Collectors.joining(", ")));
            one.hours()
                    .ifPresent(hours -> form.preset("from", hours.from().toString())
                            .preset("to", hours.to().toString()));
        });
        return form;
    }

    /** What was typed; when something in the form is wrong, that is noted there. */
    static Optional<ForwardRule> read(FormInput form) {
        if (!form.text("mode").equals(SENDS)) {
            return Optional.empty();
        }
        Set<CameraId> cameras = form.all("camera").stream().map(CameraId::of).collect(Collectors.toSet());
        Optional<Set<Label>> labels = form.read("labels", ForwardForm::labels, "edgevault.labels.wrong");
        boolean any = form.text("from").isBlank() && form.text("to").isBlank();
        Optional<DayHours> hours = any
                ? Optional.empty()
                : form.read(
                        "from",
                        from -> new DayHours(
                                ForwardRuleDocument.time(from),
                                ForwardRuleDocument.time(form.text("to").strip())),
                        "edgevault.hours.wrong");
        return form.anyWrong() ? Optional.empty() : Optional.of(new ForwardRule(cameras, labels.get(), hours));
    }

    private static Set<Label> labels(String text) {
        Set<Label> labels = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Label::new)
                .collect(Collectors.toSet());
        if (labels.size() > ForwardRule.MOST_LABELS) {
            throw new IllegalArgumentException("too many labels");
        }
        return labels;
    }
}
