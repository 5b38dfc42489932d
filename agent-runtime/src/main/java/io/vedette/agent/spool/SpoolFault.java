package io.vedette.agent.spool;

/** The disk or the index failed in a way the spool cannot mend. */
public final class SpoolFault extends RuntimeException {
    public SpoolFault(String message, Throwable cause) {
        super(message, cause);
    }

    public SpoolFault(String message) {
        super(message);
    }
}
