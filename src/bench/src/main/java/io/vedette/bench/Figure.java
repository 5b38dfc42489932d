package io.vedette.bench;

import java.util.Locale;

/**
 * One promised figure as it was measured.
 *
 * @param name as the product page numbers it, with a word: {@code P10.second-start}
 * @param ratio measured to known, both taken in this run; or measured to limit where the promise is a limit
 * @param target the most the ratio may be
 * @param words what was measured, with units
 */
public record Figure(String name, double ratio, double target, String words) {
    /** A promise in absolute terms: the ratio is to the limit itself. */
    public static Figure within(String name, double measured, double limit, String words) {
        return new Figure(name, measured / limit, 1, words);
    }

    public boolean holds() {
        return ratio <= target;
    }

    /** {@code P10.second-start ratio 0.45 target 1.00 ok (27.1 s of 60 s)}. */
    public String line() {
        return String.format(
                Locale.ROOT, "%s ratio %.2f target %.2f %s (%s)", name, ratio, target, holds() ? "ok" : "short", words);
    }
}
