package io.vedette.contracts.link;

/** Which upload goes before which; the earlier one here goes first. Their order is also that in the hub's database. */
public enum UploadPriority {
    /** Somebody waits in front of it. */
    URGENT,
    /** A person asked for it. */
    WANTED,
    /** By the agent's own rule, as soon as it is made. */
    RULE,
    /** What the line had no room for when it was made: an outage, or nobody is in a hurry. */
    BACKFILL;

    /** Whether somebody waits for it. */
    public boolean awaited() {
        return compareTo(WANTED) <= 0;
    }

    /** The one of the two that goes first. */
    public UploadPriority orSooner(UploadPriority other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
