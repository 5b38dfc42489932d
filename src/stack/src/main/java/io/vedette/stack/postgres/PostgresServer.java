package io.vedette.stack.postgres;

import io.vedette.stack.process.Child;
import io.vedette.stack.process.ChildSpec;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Stage;
import io.vedette.stack.state.Secrets;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.time.Wait;
import io.vedette.stack.words.StackFailed;
import io.vedette.stack.words.Step;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The one PostgreSQL server of a stack: made if it is missing, started, its roles and databases there when it is ready. */
public final class PostgresServer {
    public static final String NAME = "postgres";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int port;
    private final Secrets secrets;
    private final PostgresPrograms programs;
    private final DataFolder data;

    private PostgresServer(int port, Secrets secrets, PostgresPrograms programs, DataFolder data) {
        this.port = port;
        this.secrets = secrets;
        this.programs = programs;
        this.data = data;
    }

    /** Unpacks the programs into {@code cache} and makes the cluster, where that was not done before. */
    public static PostgresServer prepare(VarFolder var, Path cache, int port, Secrets secrets, Step step) {
        PostgresPrograms programs = PostgresPrograms.in(cache, step);
        DataFolder data = new DataFolder(var.folder("postgres").resolve("data"));
        if (!data.isMade()) {
            data.make(programs, secrets.databaseSuperuser());
            step.done("cluster made");
        }
        data.settle(port);
        return new PostgresServer(port, secrets, programs, data);
    }

    /** Starts the server and returns when it answers. */
    public Child start(Children children, Step step) {
        Child child = children.start(spec());
        Database superuser = superuser();
        boolean ready = Wait.until(PATIENCE, Duration.ofMillis(50), () -> {
            step.waiting("starting", Duration.ZERO);
            return !child.isAlive() || superuser.answers();
        });
        if (!ready || !child.isAlive()) {
            throw new StackFailed(child.obituary());
        }
        try (Connection connection = superuser.connect()) {
            Roles roles = new Roles(connection);
            roles.role(Roles.HUB_OWNER, secrets.databaseOwner());
            roles.role(Roles.HUB_APP, secrets.databaseApp());
            roles.role(Roles.KEYCLOAK, secrets.databaseKeycloak());
            roles.database(Roles.HUB_DATABASE, Roles.HUB_OWNER);
            roles.database(Roles.KEYCLOAK, Roles.KEYCLOAK);
            roles.letConnect(Roles.HUB_APP, Roles.HUB_DATABASE);
        } catch (SQLException e) {
            throw new StackFailed("The databases could not be made: " + e.getMessage(), e);
        }
        step.done("ready on 127.0.0.1:" + port);
        return child;
    }

    /** For tests and for people with the key to the house; the stack itself never works as superuser once it is up. */
    public Database superuser() {
        return new Database(port, "postgres", DataFolder.SUPERUSER, secrets.databaseSuperuser());
    }

    public Database hubOwner() {
        return hubOwner(port, secrets);
    }

    public static Database hubOwner(int port, Secrets secrets) {
        return new Database(port, Roles.HUB_DATABASE, Roles.HUB_OWNER, secrets.databaseOwner());
    }

    public Database hubApp() {
        return new Database(port, Roles.HUB_DATABASE, Roles.HUB_APP, secrets.databaseApp());
    }

    public Database keycloak() {
        return new Database(port, Roles.KEYCLOAK, Roles.KEYCLOAK, secrets.databaseKeycloak());
    }

    private ChildSpec spec() {
        String folder = data.folder().toString();
        return new ChildSpec(
                NAME,
                Stage.DATABASE,
                programs.command("postgres", List.of("-D", folder)),
                Map.of(),
                data.folder(),
                folder,
                false,
                // in "fast" mode: SIGTERM alone would wait for the last client to leave
                programs.command("pg_ctl", List.of("stop", "-D", folder, "-m", "fast", "-w", "-t", "12")));
    }
}
