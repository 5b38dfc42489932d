package io.vedette.contracts.link;

/** Numbers both ends of the control link must agree on. */
public final class Protocol {
    public static final int VERSION = 1;

    /** Close code of the hub towards an agent whose owner has revoked it: it proved its key, and may know. */
    public static final int REVOKED = 4410;

    /** As {@link #REVOKED}, of one whose owner has not compared the words yet: it is worth coming again. */
    public static final int UNCONFIRMED = 4412;

    /** Path of the control socket below the hub's address. */
    public static final String CONTROL_PATH = "/ws/agent";

    /** Most characters of one control message. */
    public static final int MAX_MESSAGE = 64 * 1024;

    private Protocol() {}
}
