package io.vedette.agent.camera;

/** Why a camera's stream could not be opened, or is over. Every connection ends with one of these. */
public final class StreamEnded extends Exception {
    public enum Why {
        UNAUTHORISED("the camera refuses this user or password"),
        NOT_FOUND("the camera does not know this address"),
        REFUSED("nothing answers at the camera's address"),
        TIMED_OUT("the camera does not answer"),
        UNSUPPORTED("the camera's stream is not H.264"),
        ENDED("the camera ended the stream"),
        BROKEN("the camera's stream cannot be understood"),
        STOPPED("the agent stops");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** For people; never with an address or a password in it. */
        public String words() {
            return words;
        }
    }

    private final Why why;

    /** @param detail for the log; never with an address or a password in it */
    public StreamEnded(Why why, String detail) {
        super(why.words() + " (" + detail + ")");
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
