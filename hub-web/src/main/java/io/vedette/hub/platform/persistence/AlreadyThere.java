package io.vedette.hub.platform.persistence;

/** Tells that somebody else wrote the same in the same moment, between the question whether it is there and the answer. */
public final class AlreadyThere {
    /** PostgreSQL, appendix A. */
    private static final String UNIQUE_VIOLATION = "23505";

    private AlreadyThere() {}

    public static boolean isCauseOf(Throwable thrown) {
        return SqlCauses.any(thrown, fault -> UNIQUE_VIOLATION.equals(fault.getSQLState()));
    }
}
