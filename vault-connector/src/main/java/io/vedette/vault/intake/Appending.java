package io.vedette.vault.intake;

/** How an append ended. Offsets are in bytes from the beginning of the upload. */
public sealed interface Appending {
    /** All of the chunk was taken (or as much as the limit allows, of a chunk without announced length); more is to come. */
    record Appended(long newOffset) implements Appending {}

    /** The last byte is there: {@link Intake#finish} is next. Also the answer to a chunk that comes after that. */
    record Complete() implements Appending {}

    /** The chunk ended before its time; what arrived is kept, and counts. */
    record Cut(long newOffset, Why why) implements Appending {
        /** Told apart for the log; the client does the same after each of them: ask for the offset and go on there. */
        public enum Why {
            /** The stream threw. */
            BROKEN,
            /** The stream ended before the announced length. */
            ENDED_EARLY,
            /** It took longer than {@link AppendLimits#total()}. */
            TOO_SLOW,
            /** A newer append took its place. */
            TAKEN_OVER
        }
    }

    /** Nothing was read: the upload continues at {@code actual}. */
    record WrongOffset(long actual) implements Appending {}

    /** Nothing was read: the announced length is more than the {@code most} bytes that may come now. */
    record TooLong(long most) implements Appending {}

    /** The upload was called off; its bytes are gone. */
    record Cancelled() implements Appending {}

    /** Nothing was read: the disk has not come back from the former append within a second. Later. */
    record Busy() implements Appending {}
}
