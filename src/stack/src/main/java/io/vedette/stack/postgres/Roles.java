package io.vedette.stack.postgres;

import io.vedette.stack.state.Secret;
import io.vedette.stack.words.StackFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Two databases, three roles. {@code hub_owner} owns the hub's tables and changes them at an upgrade; {@code hub_app} is what the
 * hub works as: it owns nothing, creates nothing and cannot step round row security.
 */
final class Roles {
    static final String HUB_DATABASE = "vedette";
    static final String HUB_OWNER = "hub_owner";
    static final String HUB_APP = "hub_app";
    static final String KEYCLOAK = "keycloak";

    private final Connection superuser;

    Roles(Connection superuser) {
        this.superuser = superuser;
    }

    void role(String name, Secret password) throws SQLException {
        if (isThere("select 1 from pg_roles where rolname = ?", name)) {
            return;
        }
        run("create role " + quoted(name)
                + " login nosuperuser nocreatedb nocreaterole nobypassrls noreplication connection limit 60");
        // the password is turned into its SCRAM verifier here and does not travel
        superuser
                .unwrap(PGConnection.class)
                .alterUserPassword(name, password.reveal().toCharArray(), "scram-sha-256");
    }

    void database(String name, String owner) throws SQLException {
        if (isThere("select 1 from pg_database where datname = ?", name)) {
            return;
        }
        run("create database " + quoted(name) + " owner " + quoted(owner));
        run("revoke all on database " + quoted(name) + " from public");
    }

    void letConnect(String role, String database) throws SQLException {
        run("grant connect on database " + quoted(database) + " to " + quoted(role));
    }

    private boolean isThere(String question, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(question)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Names cannot be bound; ours are plain words. */
    private static String quoted(String name) {
        if (!name.matches("[a-z_]+")) {
            throw new StackFailed("not a plain name: " + name);
        }
        return '"' + name + '"';
    }
}
