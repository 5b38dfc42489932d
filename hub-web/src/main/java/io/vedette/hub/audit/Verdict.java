package io.vedette.hub.audit;

import io.vedette.hub.audit.AuditHead.Link;

/** What verifying a tenant's log found. */
public sealed interface Verdict {
    /** Every row is there, in its place and as it was written, up to this head. */
    record Whole(Link head) implements Verdict {}

    /** @param seq the first row that is wrong */
    record Broken(long seq, Damage damage) implements Verdict {}

    /** What is wrong with the first row that is. */
    enum Damage {
        /** Not what its hash was made of: a value was changed. */
        CHANGED,
        /** There is none with this number. */
        MISSING,
        /** It does not follow from the one before: exchanged, put in, or hashed anew. */
        UNLINKED,
        /** The end was cut: the head knows of this row. */
        CUT,
        /** The head does not know of it. */
        ADDED,
        /** It was published with another hash, or is not there any more: the chain was made anew. */
        NOT_AS_PUBLISHED
    }
}
