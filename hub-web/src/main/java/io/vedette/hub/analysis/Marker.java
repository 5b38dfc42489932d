package io.vedette.hub.analysis;

import io.vedette.hub.tenancy.Name;
import java.util.List;

/**
 * A span with a name and what it says: a plate and its letters, a door and who went through.
 *
 * @param value as the engine read it; up to 200 characters, none of them a control character; may be empty
 * @param labels under which the recording is found beside; 10 at most
 */
public record Marker(Label name, String value, Confidence confidence, Span span, List<Label> labels) {
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_LABELS = 10;

    public Marker {
        labels = labels.stream().distinct().sorted().toList();
        if (value.length() > MOST_CHARACTERS || value.codePoints().anyMatch(Name::refused)) {
            throw new IllegalArgumentException("a marker's value has at most 200 characters, no control characters");
        }
        if (labels.size() > MOST_LABELS) {
            throw new IllegalArgumentException("a marker has at most 10 labels");
        }
    }
}
