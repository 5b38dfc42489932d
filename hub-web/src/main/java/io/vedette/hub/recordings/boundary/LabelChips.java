package io.vedette.hub.recordings.boundary;

import io.vedette.hub.analysis.SeenLabel;
import java.util.List;
import java.util.Locale;

/** The labels of a recording on a page: each leads to the recordings that have it. */
public final class LabelChips {
    /** In a list; the recording's own page has all. */
    private static final int MOST = 6;

    private LabelChips() {}

    /**
     * @param label as programs say it
     * @param sure in percent
     */
    public record Chip(String label, String words, int sure, String href) {}

    static List<Chip> of(String slug, List<SeenLabel> seen, Locale language) {
        return seen.stream()
                .limit(MOST)
                .map(one -> new Chip(
                        one.label().value(),
                        LabelWords.of(one.label(), language),
                        one.confidence().percent(),
                        Address.of("/t/" + slug + "/found", 1)
                                .with("label", one.label().value())
                                .toString()))
                .toList();
    }
}
