package io.vedette.hub.recordings.boundary;

import io.vedette.hub.analysis.Label;
import io.vedette.hub.platform.web.Messages;
import java.util.Locale;
import java.util.Set;

/** Labels as people read them. Those that engines use most have words of each language; any other is shown as it is. */
final class LabelWords {
    /** Of the classes of COCO those that stand in front of cameras, and what the example says. */
    private static final Set<String> KNOWN = Set.of(
            "person",
            "bicycle",
            "car",
            "motorcycle",
            "bus",
            "train",
            "truck",
            "boat",
            "traffic light",
            "bird",
            "cat",
            "dog",
            "horse",
            "sheep",
            "cow",
            "bear",
            "backpack",
            "umbrella",
            "handbag",
            "suitcase",
            "dark",
            "bright",
            "moving",
            "plate",
            "door");

    private LabelWords() {}

    static String of(Label label, Locale language) {
        return KNOWN.contains(label.value())
                ? Messages.text(language, "label." + label.value().replace(' ', '-'))
                : label.value();
    }
}
