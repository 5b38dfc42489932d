package io.vedette.hub.platform.persistence;

import java.sql.Connection;
import java.sql.Savepoint;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Work inside a transaction that is looked at and then undone, without ending the transaction. */
public final class Undone {
    private Undone() {}

    /** What was read before is no longer attached afterwards: whoever goes on to change it reads it again. */
    public static <T> T after(Session session, Supplier<T> work) {
        session.flush();
        session.clear(); // the work changes objects of its own: those that were read before stay as they were
        Savepoint before = session.doReturningWork(Connection::setSavepoint);
        try {
            T result = work.get();
            session.flush();
            return result;
        } finally {
            session.clear(); // nothing of it may be written later
            session.doWork(connection -> connection.rollback(before));
        }
    }
}
