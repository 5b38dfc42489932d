package io.vedette.agent.spool;

import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.RecordingGone;
import io.vedette.contracts.link.FromAgent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What tests ask a spool, and what they do to its index behind its back. */
final class Spools {
    private Spools() {}

    static List<EventBody> told(Spool spool) {
        return spool.outbox().pending(0, 100_000).stream()
                .map(FromAgent.Event::body)
                .toList();
    }

    static List<RecordingGone> gone(Spool spool) {
        return told(spool).stream()
                .filter(RecordingGone.class::isInstance)
                .map(RecordingGone.class::cast)
                .toList();
    }

    /** Changes the index of a spool that nobody has open. */
    static void change(Path home, String... statements) throws SQLException {
        try (var c = SpoolIndex.connect(home, new SpoolFolders(home).index(), SpoolIndex.written());
                Statement statement = c.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            c.commit();
        }
    }

    static long ask(Path home, String sql) throws SQLException {
        try (var c = SpoolIndex.connect(home, new SpoolFolders(home).index(), SpoolIndex.written());
                Statement statement = c.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
