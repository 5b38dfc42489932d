package io.vedette.hub.platform.deed;

/**
 * Who does something.
 *
 * @param name as it is shown at that time
 * @param address where the request came from; empty when there is none
 */
public record Doer(Kind kind, String id, String name, String address) {
    /** What the hub does by itself. */
    public static final Doer HUB = new Doer(Kind.HUB, "", "", "");

    public enum Kind {
        PERSON,
        /** Came with a token of its own, not with a session. */
        PROGRAM,
        /** A program with an account of its own. */
        SERVICE,
        AGENT,
        HUB
    }

    public Doer {
        id = KeptText.of(id, KeptText.ID);
        name = KeptText.of(name, KeptText.NAME);
        address = KeptText.of(address, KeptText.ID);
    }

    public static Doer agent(String id, String name) {
        return new Doer(Kind.AGENT, id, name, "");
    }
}
