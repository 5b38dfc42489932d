package io.vedette.agent.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A second place for recordings.
 *
 * @param folder absolute; need not be there now
 * @param after how long the hub has time to take a recording first
 * @param everything also what the hub takes
 */
public record SecondaryRules(Path folder, Duration after, boolean everything) {
    static final Duration USUAL_AFTER = Duration.ofMinutes(10);

    static Path folder(String text) {
        Path folder = Path.of(text);
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException("is the whole path of a folder, from the root on.");
        }
        return folder.normalize();
    }

    static boolean everything(String text) {
        return switch (text.strip()) {
            case "undelivered" -> false;
            case "everything" -> true;
            default -> throw new IllegalArgumentException("is undelivered or everything.");
        };
    }
}
