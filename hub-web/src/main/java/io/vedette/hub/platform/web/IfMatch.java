package io.vedette.hub.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of what counts its changes, and the condition a change must carry (RFC 9110, section 13.1.1; RFC 6585, section 3). */
public final class IfMatch {
    private IfMatch() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The tag of something that counts no changes, from a text without quotes. */
    public static String tag(String state) {
        return "\"" + state + "\"";
    }

    /** As {@link #demand}, for what must have been looked at: "whatever is there" is no answer. */
    public static void exactly(@Nullable String match, String state) {
        if (match == null || match.isBlank()) {
            throw new Refusal(Problem.NO_VERSION);
        }
        if (!match.strip().equals(tag(state))) {
            throw new Refusal(Problem.CHANGED);
        }
    }

    /**
     * Passes when the condition names what is there now; else the refusal that fits. A weak tag never matches.
     *
     * @param match the header as it came
     */
    public static void demand(@Nullable String match, int current) {
        if (match == null || match.isBlank()) {
            throw new Refusal(Problem.NO_VERSION);
        }
        boolean same = Arrays.stream(match.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(current)));
        if (!same) {
            throw new Refusal(Problem.CHANGED);
        }
    }
}
