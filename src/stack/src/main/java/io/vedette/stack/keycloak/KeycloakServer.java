package io.vedette.stack.keycloak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.stack.postgres.Database;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.ChildSpec;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Java;
import io.vedette.stack.process.Ready;
import io.vedette.stack.process.Stage;
import io.vedette.stack.state.Kept;
import io.vedette.stack.state.Port;
import io.vedette.stack.state.Ports;
import io.vedette.stack.state.Secret;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keycloak as a child, and its realm. */
public final class KeycloakServer {
    public static final String NAME = "keycloak";
    public static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final VarFolder var;
    private final KeycloakFolder folder;
    private final Ports ports;
    private final Secret admin;
    private final Path themes;

    private KeycloakServer(VarFolder var, KeycloakFolder folder, Ports ports, Secret admin, Path themes) {
        this.var = var;
        this.folder = folder;
        this.ports = ports;
        this.admin = admin;
        this.themes = themes;
    }

    /**
     * Unpacks and builds the distribution in {@code cache}, where that was not done before. The login themes are read where they lie,
     * in {@code themes}: a changed one is there at the next start, with nothing to copy or to build.
     */
    public static KeycloakServer prepare(
            VarFolder var, Children children, Path cache, Path zip, Path themes, Ports ports, Secret admin, Step step) {
        return new KeycloakServer(var, KeycloakFolder.in(cache, zip, var, children, step), ports, admin, themes);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.of(Port.KEYCLOAK));
    }

    /** The issuer of the tokens of the one realm. */
    public URI issuer() {
        return address().resolve("/realms/vedette");
    }

    /** Starts the server and returns when it serves the realm. {@code holes} fill the realm's template. */
    public Child start(
            Children children,
            Database database,
            Map<String, String> holes,
            Optional<MailServer> mail,
            Kept kept,
            Step step) {
        folder.forgetPackedThemes();
        Child child = children.start(spec(database, holes));
        // it listens before it is ready and answers 503 meanwhile; only the management port tells
        URI health = URI.create("http://127.0.0.1:" + ports.of(Port.KEYCLOAK_MANAGEMENT) + "/health/ready");
        new Ready(kept, step).await(child, health, PATIENCE);
        ObjectNode realm = RealmTemplate.ofTheStack().fill(holes);
        realm.set("smtpServer", mail.map(MailServer::inRealm).orElseGet(JsonNodeFactory.instance::objectNode));
        realm.put(
                "verifyEmail",
                mail.isPresent()); // invitations hold for verified addresses; without mail nobody could verify one
        new RealmSetup(AdminApi.as(address(), ADMIN, admin), realm).apply(kept, step);
        step.done("ready at " + address());
        return child;
    }

    private ChildSpec spec(Database database, Map<String, String> holes) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KC_DB_URL", database.url());
        environment.put("KC_DB_USERNAME", database.user());
        environment.put("KC_DB_PASSWORD", database.password().reveal());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", admin.reveal());
        environment.put("VEDETTE_PUBLIC_URL", holes.getOrDefault("hub-origin", "")); // the theme leads back there
        // else every connection that a restart of PostgreSQL broke fails one sign-in first
        environment.put("QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "PT1S");
        String mark = Java.mark(var, NAME);
        List<String> command = folder.command(
                mark,
                List.of("-Xms64m", "-Xmx384m"),
                List.of(
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.of(Port.KEYCLOAK),
                        "--http-management-port=" + ports.of(Port.KEYCLOAK_MANAGEMENT),
                        "--hostname=" + address(),
                        "--spi-theme--folder--dir=" + themes,
                        "--spi-theme--static-max-age=300", // the address of a style sheet does not change with its
                        // content
                        "--cache=local", // else it looks for other nodes on every network
                        "--log-level=info,io.smallrye.health:warn")); // our own questions would fill the log
        return new ChildSpec(NAME, Stage.SERVER, command, environment, var.root(), mark, false, List.of());
    }
}
