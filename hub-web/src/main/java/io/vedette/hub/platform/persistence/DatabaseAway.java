package io.vedette.hub.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, or is just being restarted, from everything else that can go wrong with it. */
public final class DatabaseAway {
    /** PostgreSQL, appendix A: 08 connection exception; 57P01 to 57P05 it shuts down, has crashed or starts. */
    private static final String CONNECTION = "08";

    private static final String OPERATOR = "57P0";
    private static final int MOST_CAUSES = 20;

    private DatabaseAway() {}

    public static boolean isCauseOf(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLException sql && away(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean away(SQLException fault) {
        if (fault instanceof SQLTransientConnectionException || fault instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = fault.getSQLState();
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR));
    }
}
