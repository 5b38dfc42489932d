package io.vedette.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.state.Port;
import io.vedette.stack.state.Ports;
import io.vedette.stack.state.Secret;
import io.vedette.stack.state.Secrets;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Progress;
import io.vedette.stack.words.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real server, made from nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerTest {
    private Path folder;
    private VarFolder var;
    private Children children;
    private Secrets secrets;
    private int port;
    private PostgresServer server;

    @BeforeAll
    void start(@TempDir Path fresh) {
        folder = fresh;
        var = new VarFolder(folder.resolve("var"));
        var.ready();
        children = new Children(var);
        secrets = Secrets.in(var.file("secrets.properties"));
        port = Ports.in(var.file("ports.properties"), 22480).of(Port.POSTGRES);
        server = PostgresServer.prepare(var, folder.resolve("cache"), port, secrets, step());
        assertThat(server.start(children, step()).isAlive()).isTrue();
    }

    @AfterAll
    void stop() {
        children.stopAll();
        assertThat(children.alive()).isEmpty();
    }

    @Test
    void whatIsConfirmedIsOnDisk() throws SQLException {
        assertThat(ask(server.superuser(), "show fsync")).isEqualTo("on");
        assertThat(ask(server.superuser(), "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(server.superuser(), "show full_page_writes")).isEqualTo("on");
        assertThat(ask(server.superuser(), "show data_checksums")).isEqualTo("on");
        assertThat(ask(server.superuser(), "show server_version")).startsWith("18.");
    }

    @Test
    void nobodyComesInWithoutAPassword() throws SQLException {
        assertThat(ask(server.superuser(), "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(ask(
                        server.superuser(),
                        "select bool_and(rolpassword like 'SCRAM-SHA-256$%') from pg_authid where rolcanlogin"))
                .isEqualTo("t");
        Database guess = new Database(port, "vedette", "hub_app", new Secret("guess"));
        assertThatThrownBy(guess::connect).isInstanceOf(SQLException.class).hasMessageContaining("password");
    }

    @Test
    void itListensOnLoopbackOnly() throws IOException, SQLException {
        assertThat(ask(server.superuser(), "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(server.superuser(), "show unix_socket_directories")).isEmpty();
        for (InetAddress address : addressesOfThisMachine()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as(address.toString())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theHubWorksAsARoleThatOwnsNothingAndBypassesNothing() throws SQLException {
        assertThat(ask(server.hubApp(), "select current_user")).isEqualTo("hub_app");
        assertThat(ask(server.superuser(), """
                select string_agg(rolname || ':' || rolsuper || rolbypassrls || rolcreatedb || rolcreaterole, ' ' order by rolname)
                from pg_roles where rolcanlogin and rolname <> 'postgres'"""))
                .isEqualTo("hub_app:falsefalsefalsefalse hub_owner:falsefalsefalsefalse keycloak:falsefalsefalsefalse");
        assertThatThrownBy(() -> ask(server.hubApp(), "create table mine (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(server.hubApp(), "set role hub_owner")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(server.hubApp(), "create temporary table mine (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerMakesTablesAndTheHubSeesThoseItIsGranted() throws SQLException {
        ask(server.hubOwner(), "create table lent (id int)");
        assertThatThrownBy(() -> ask(server.hubApp(), "select count(*) from lent"))
                .hasMessageContaining("permission denied");

        ask(server.hubOwner(), "grant select on lent to hub_app");

        assertThat(ask(server.hubApp(), "select count(*) from lent")).isEqualTo("0");
        ask(server.hubOwner(), "drop table lent");
    }

    @Test
    void hubAndKeycloakDoNotSeeEachOthersDatabase() {
        Database crossing = new Database(port, "keycloak", "hub_app", secrets.databaseApp());
        Database back = new Database(port, "vedette", "keycloak", secrets.databaseKeycloak());

        assertThatThrownBy(crossing::connect).hasMessageContaining("permission denied for database");
        assertThatThrownBy(back::connect).hasMessageContaining("permission denied for database");
    }

    @Test
    void rowsOutliveAKilledServer() throws SQLException {
        ask(server.hubOwner(), "create table kept as select 7 as id");
        children.get(PostgresServer.NAME).kill();

        Child again = PostgresServer.prepare(var, folder.resolve("cache"), port, secrets, step())
                .start(children, step());

        assertThat(again.isAlive()).isTrue();
        assertThat(ask(server.hubOwner(), "select id from kept")).isEqualTo("7");
        ask(server.hubOwner(), "drop table kept");
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "no row";
            }
        }
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static Step step() {
        return Progress.on(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                .step("test");
    }
}
