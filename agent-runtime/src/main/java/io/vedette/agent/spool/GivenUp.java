package io.vedette.agent.spool;

/**
 * How many recordings left the edge for one reason, over the whole life of its spool. Counted in the transaction that
 * writes the event for the hub, so that counter and events cannot differ.
 *
 * @param inVault whether the vault had them, or the one of the site
 * @param bytes of all of them
 */
public record GivenUp(Reason reason, boolean inVault, long recordings, long bytes) {
    /** Why a recording was given up. */
    public enum Reason {
        /** The spool's own limit of bytes. */
        BYTES("the edge needed the room"),
        /** Others than the spool need room on its disk. */
        FREE_SPACE("the disk must keep room for others"),
        AGE("it was kept for as long as recordings are to be kept here"),
        /** The disk refused a write. */
        DISK_FULL("the disk was full"),
        FILE_MISSING("its file was missing at start"),
        ASKED("it was to be deleted");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people, as the event says it. */
        public String words() {
            return words;
        }
    }
}
