package io.vedette.hub.recordings.boundary;

import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.LabelWish;
import io.vedette.hub.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Labels that narrow a list, each with the address of the list without it. */
final class GivenLabels {
    private GivenLabels() {}

    static List<FoundPage.Choice> of(LabelWish wish, Address address, Locale language) {
        List<FoundPage.Choice> given = new ArrayList<>();
        for (Label label : wish.labels()) {
            String others = wish.labels().stream()
                    .filter(one -> !one.equals(label))
                    .map(Label::value)
                    .collect(Collectors.joining(","));
            Address without =
                    others.isEmpty() ? address.without("label").without("confidence") : address.with("label", others);
            given.add(new FoundPage.Choice(LabelWords.of(label, language), without.toString(), false));
        }
        if (!wish.labels().isEmpty() && !wish.least().equals(Confidence.NONE)) {
            given.add(new FoundPage.Choice(
                    Messages.text(language, "found.sure", wish.least().percent()),
                    address.without("confidence").toString(),
                    false));
        }
        return given;
    }
}
