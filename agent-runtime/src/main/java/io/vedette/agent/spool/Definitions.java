package io.vedette.agent.spool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How the tables of an index are defined, in SQLite's own words. SQLite takes those words as they stand in the file: with one
 * letter flipped a column has another name, or a state is no longer allowed, and no page is wrong for it.
 */
final class Definitions {
    private Definitions() {}

    /** One line each, in an order that depends on nothing but names. */
    static List<String> in(Connection c) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(
                        "select type, name, tbl_name, sql from sqlite_schema order by type, name")) {
            while (row.next()) {
                String line =
                        row.getString(1) + " " + row.getString(2) + " of " + row.getString(3) + ": " + row.getString(4);
                found.add(line.replaceAll("\\s+", " "));
            }
        }
        return found;
    }

    /** What an index of that version has, made anew in memory. SQLite must have been unpacked already. */
    static List<String> of(int version) throws SQLException {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = c.createStatement()) {
            for (String step : SpoolSchema.between(0, version)) {
                statement.execute(step);
            }
            return in(c);
        }
    }
}
