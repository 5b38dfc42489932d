package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What addresses of lists ask for. */
final class Asked {
    private Asked() {}

    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    static Refusal invalid() {
        return new Refusal(Problem.INVALID);
    }
}
