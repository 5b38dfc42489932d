package io.vedette.hub.people;

import io.vedette.hub.cameras.grants.Selector;
import java.time.ZoneId;

/**
 * Something a grant can be about, as an entry of a choice.
 *
 * @param value {@code camera:<id>}, {@code group:<id>}, {@code site:<id>}, {@code tag:<word>} or {@code every}
 * @param name as it stands in a sentence
 * @param label its words in the choice: with the site, where cameras of several sites may share a name
 * @param zone of its site, or of the first of several: times are typed and read there
 */
public record Target(String value, String name, String label, ZoneId zone, Selector what) {
    static final String EVERY = "every";

    /** The value of the entry that means these cameras. */
    static String value(Selector what) {
        return switch (what) {
            case Selector.OneCamera one -> "camera:" + one.camera();
            case Selector.WholeGroup whole -> "group:" + whole.group();
            case Selector.WholeSite whole -> "site:" + whole.site();
            case Selector.Tagged tagged -> "tag:" + tagged.tag();
            case Selector.EveryCamera every -> EVERY;
        };
    }

    boolean camera() {
        return what instanceof Selector.OneCamera;
    }
}
