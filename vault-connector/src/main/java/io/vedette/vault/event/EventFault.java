package io.vedette.vault.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The broker did not take an event, or did not say so. Whether it is worth trying again, and when, is told by {@link #kind}. */
public final class EventFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Kind kind;

    /** What failed, told apart by who can mend it and by whether other events would pass. */
    public enum Kind {
        /** Credentials, rights or the way to the broker are not right: its owner mends the settings. Nothing passes. */
        REFUSED,
        /** There is no such topic, queue or exchange, or nothing behind it: its owner makes one. Nothing passes. */
        ABSENT,
        /** The broker takes no events of this size: nobody sends this one any more, or its owner raises the limit. Others pass. */
        TOO_LARGE,
        /** The broker will never take this event, whatever its size: only who made it can mend it. Others pass. */
        UNFIT,
        /** Too much at once, or no room for now: wait. Nothing passes. */
        THROTTLED,
        /** Not reached, not answered in time, or an answer nobody planned for: wait, then look. Nothing passes. */
        BROKEN;

        /** Whether this event alone is at fault: to be put aside, so that those behind it are not held up. */
        public boolean poison() {
            return this == TOO_LARGE || this == UNFIT;
        }

        /** Whether waiting may mend it, without anybody doing anything. */
        public boolean passing() {
            return this == THROTTLED || this == BROKEN;
        }
    }

    private EventFault(Kind kind, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
    }

    public EventFault(Kind kind, String what) {
        this(kind, what, null);
    }

    public Kind kind() {
        return kind;
    }

    /** What a broker's client has thrown, in our words. Of its causes only the JDK's go on, as they tell why nothing was reached. */
    public static EventFault of(Kind kind, String what, Throwable thrown) {
        String said = Objects.requireNonNullElse(
                thrown.getMessage(), thrown.getClass().getSimpleName());
        return new EventFault(kind, what + ": " + said, ofTheJdk(thrown));
    }

    /** Where the chain is the JDK's alone, down to its end. */
    private static @Nullable Throwable ofTheJdk(Throwable thrown) {
        Throwable from = null;
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            boolean theirs = !one.getClass().getName().startsWith("java");
            from = theirs ? null : from == null ? one : from;
        }
        return from;
    }
}
