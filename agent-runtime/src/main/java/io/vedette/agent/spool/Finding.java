package io.vedette.agent.spool;

/**
 * One thing that is not as it should be.
 *
 * @param broken which invariant it breaks
 * @param sentence what exactly, for people
 */
public record Finding(Invariant broken, String sentence) {
    /** As {@code check} prints it. */
    @Override
    public String toString() {
        return broken + ": " + sentence;
    }
}
