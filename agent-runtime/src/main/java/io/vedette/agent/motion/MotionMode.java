package io.vedette.agent.motion;

/** How much of the watched stream is decoded. */
public enum MotionMode {
    /** Every picture, as the stream's pictures build on one another; about five a second are looked at. */
    EVERY_FRAME("every-frame"),
    /** Key frames alone: a tenth of the work, and blind in between. */
    ECO("eco"),
    /** None: for a camera of which everything is recorded, or only what somebody asks for. */
    OFF("off");

    private final String word;

    MotionMode(String word) {
        this.word = word;
    }

    /** As people write it. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException with a sentence for whoever wrote it */
    public static MotionMode of(String word) {
        for (MotionMode mode : values()) {
            if (mode.word.equals(word.strip())) {
                return mode;
            }
        }
        throw new IllegalArgumentException("is every-frame, eco or off.");
    }
}
