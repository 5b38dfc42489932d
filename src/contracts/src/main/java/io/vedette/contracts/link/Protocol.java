package io.vedette.contracts.link;

/** Numbers both ends of the control link must agree on. */
public final class Protocol {
    public static final int VERSION = 1;

    /** Path of the control socket below the hub's address. */
    public static final String CONTROL_PATH = "/ws/agent";

    /** Most characters of one control message. */
    public static final int MAX_MESSAGE = 64 * 1024;

    private Protocol() {}
}
