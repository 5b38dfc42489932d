package io.vedette.agent.config;

/** What makes the agent record. */
public enum RecordMode {
    /** Whatever moves, with its rolls. */
    MOTION("motion"),
    /** Everything, while the timetable is open. */
    ALWAYS("always"),
    /** Only what somebody asks for. */
    ON_ORDER("on-order");

    private final String word;

    RecordMode(String word) {
        this.word = word;
    }

    /** Reads the word of the settings; throws {@link IllegalArgumentException} with a sentence. */
    static RecordMode parse(String text) {
        for (RecordMode mode : values()) {
            if (mode.word.equals(text.strip())) {
                return mode;
            }
        }
        throw new IllegalArgumentException("is motion, always or on-order.");
    }

    public String word() {
        return word;
    }
}
