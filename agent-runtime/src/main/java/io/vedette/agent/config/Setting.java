package io.vedette.agent.config;

/** One key of a file that a person may edit. */
public sealed interface Setting permits AgentSetting, VaultSetting {
    /**
     * What is said of it.
     *
     * @param key as in the file, with a dot for the object it stands in: {@code camera.main}
     * @param meaning for the reference page, in Markdown
     */
    record Entry(String key, Shape shape, String meaning) {}

    /** What a value must be like, and what happens without one. */
    sealed interface Shape {}

    /** It does not start without it. */
    record Must(String type) implements Shape {}

    /** Nothing takes its place. */
    record May(String type) implements Shape {}

    /** A whole number within bounds, with a usual one. */
    record Whole(long least, long most, long usual) implements Shape {}

    Entry entry();

    default String key() {
        return entry().key();
    }

    default Shape shape() {
        return entry().shape();
    }

    default String meaning() {
        return entry().meaning();
    }
}
