package io.vedette.agent.config;

import io.vedette.agent.wire.HookAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded, and when.
 *
 * @param longest recordings that go on are split at about this length
 * @param timetable outside of it nothing is recorded but what somebody asks for
 * @param condition asked before a recording begins; null for none
 */
public record RecordingRules(
        RecordMode mode,
        Duration longest,
        Timetable timetable,
        @Nullable Condition condition) {
    public static final RecordingRules USUAL =
            new RecordingRules(RecordMode.MOTION, Duration.ofSeconds(60), Timetable.ALWAYS, null);

    /**
     * Somebody else's yes or no: 2xx is yes, any other answer below 500 no.
     *
     * @param otherwise what is done when there is no answer within two seconds
     */
    public record Condition(HookAddress url, boolean otherwise) {}

    static boolean otherwise(String text) {
        return switch (text.strip()) {
            case "record" -> true;
            case "skip" -> false;
            default -> throw new IllegalArgumentException("is record or skip.");
        };
    }
}
