package io.vedette.stack.postgres;

import io.vedette.stack.state.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** How to reach one database as one role. */
public record Database(int port, String name, String user, Secret password) {
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Limits: 2 s to connect, 30 s for an answer. */
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password.reveal());
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "30");
        settings.setProperty("ApplicationName", "vedette-stack");
        // not through DriverManager, which does not see drivers of a class loader made later than itself
        Connection connection = new Driver().connect(url(), settings);
        if (connection == null) {
            throw new SQLException("the driver does not know " + url());
        }
        return connection;
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
