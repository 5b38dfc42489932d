package io.vedette.stack.demo;

import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of SQL with named places ({@code :tenant}). Values are bound, never written into the text. Statements end with a semicolon at
 * the end of a line; {@code --} begins a comment.
 */
final class Script {
    private static final Pattern PLACE = Pattern.compile("(?<![:\\w]):([a-z]+)");

    private final Path file;
    private final List<String> statements;

    private Script(Path file, List<String> statements) {
        this.file = file;
        this.statements = statements;
    }

    static Script in(Path file) {
        try {
            String text = String.join(
                    "\n",
                    Files.readAllLines(file).stream()
                            .map(line -> line.replaceFirst("--.*", ""))
                            .toList());
            List<String> statements = new ArrayList<>();
            for (String statement : text.split(";\\s*(\\n|$)", -1)) {
                if (!statement.isBlank()) {
                    statements.add(statement.strip());
                }
            }
            return new Script(file, statements);
        } catch (IOException e) {
            throw new StackFailed("The demo's data cannot be read: " + e.getMessage(), e);
        }
    }

    /** All statements in one transaction. */
    void run(Connection connection, Map<String, String> values) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (String statement : statements) {
                run(connection, statement, values);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private void run(Connection connection, String text, Map<String, String> values) throws SQLException {
        List<String> bound = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        String sql = place.replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new StackFailed(file.getFileName() + " asks for :" + found.group(1) + ", which nobody gives.");
            }
            bound.add(value);
            return "?";
        });
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bound.size(); i++) {
                statement.setString(i + 1, bound.get(i));
            }
            statement.execute();
        }
    }
}
