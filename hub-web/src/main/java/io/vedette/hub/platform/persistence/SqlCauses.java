package io.vedette.hub.platform.persistence;

import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the database said, beneath what its callers made of it. */
final class SqlCauses {
    private static final int MOST = 20;

    private SqlCauses() {}

    static boolean any(Throwable thrown, Predicate<SQLException> which) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST; depth++) {
            if (cause instanceof SQLException sql && which.test(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
