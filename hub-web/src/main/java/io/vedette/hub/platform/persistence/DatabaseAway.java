package io.vedette.hub.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that cannot be reached, or is just being restarted, from everything else that can go wrong with it. */
public final class DatabaseAway {
    /** PostgreSQL, appendix A: 08 connection exception; 57P01 to 57P05 it shuts down, has crashed or starts. */
    private static final String CONNECTION = "08";

    private static final String OPERATOR = "57P0";

    private DatabaseAway() {}

    public static boolean isCauseOf(Throwable thrown) {
        return SqlCauses.any(thrown, DatabaseAway::away);
    }

    private static boolean away(SQLException fault) {
        if (fault instanceof SQLTransientConnectionException || fault instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = fault.getSQLState();
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR));
    }
}
