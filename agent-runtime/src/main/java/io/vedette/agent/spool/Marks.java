package io.vedette.agent.spool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Single numbers the index keeps under a name. Each method is one statement within the caller's transaction. */
final class Marks {
    static final String LAST_SEQ = "last_seq";
    static final String ACKNOWLEDGED = "acknowledged";
    /** The highest event number that may have left: written before the event leaves. */
    static final String SENT_TO = "sent_to";

    static final String CAMERA_LOST = "camera_lost";
    static final String LIVED_SECONDS = "lived_s";
    /** The wall clock, in seconds since 1970, when {@link #LIVED_SECONDS} was written. */
    static final String LIVED_UNTIL = "lived_until";

    static final List<String> ALL = List.of(LAST_SEQ, ACKNOWLEDGED, CAMERA_LOST, SENT_TO, LIVED_SECONDS, LIVED_UNTIL);

    private Marks() {}

    static long read(Connection c, String name) throws SQLException {
        try (PreparedStatement query = c.prepareStatement("select value from mark where name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the mark " + name + " is missing");
                }
                return row.getLong(1);
            }
        }
    }

    static void write(Connection c, String name, long value) throws SQLException {
        try (PreparedStatement change = c.prepareStatement("update mark set value = ?, seal = ? where name = ?")) {
            change.setLong(1, value);
            change.setLong(2, Seal.of(name, value));
            change.setString(3, name);
            change.executeUpdate();
        }
    }

    /** The first mark whose value is not the one that was written, or that is missing; empty when all is well. */
    static Optional<String> damage(Connection c, List<String> names) throws SQLException {
        for (String name : names) {
            long value = read(c, name);
            try (PreparedStatement query = c.prepareStatement("select seal from mark where name = ?")) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    long seal = row.getLong(1);
                    if (!row.wasNull() && seal != Seal.of(name, value)) {
                        return Optional.of("the mark " + name + " has changed");
                    }
                }
            }
        }
        return Optional.empty();
    }
}
