package io.vedette.stack;

import io.vedette.stack.demo.DemoIds;
import io.vedette.stack.demo.People;
import io.vedette.stack.hub.HubServer;
import io.vedette.stack.hub.HubSettings;
import io.vedette.stack.keycloak.KeycloakServer;
import io.vedette.stack.keycloak.MailServer;
import io.vedette.stack.postgres.Database;
import io.vedette.stack.postgres.PostgresServer;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.state.Kept;
import io.vedette.stack.state.Port;
import io.vedette.stack.state.Ports;
import io.vedette.stack.state.PrivateFile;
import io.vedette.stack.state.Secrets;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The three servers of a stack: how each is prepared, started, and started again after it was stopped or killed. */
final class Servers {
    private final Parts parts;
    private final Map<String, String> hubMore;
    private final VarFolder var;
    private final Path cache;
    private final Ports ports;
    private final Secrets secrets;
    private final DemoIds ids;
    private final People people;
    private final Children children;
    private final Kept notes;
    private final Progress progress;
    private final Optional<MailServer> mail;

    Servers(StackOptions options, State state, Children children) {
        this.parts = options.parts();
        this.hubMore = options.hub();
        this.mail = options.mail();
        this.var = state.var();
        this.cache = PrivateFile.folder(options.cache().toAbsolutePath().normalize());
        this.ports = state.ports();
        this.secrets = state.secrets();
        this.ids = state.ids();
        this.people = state.people();
        this.notes = state.notes();
        this.children = children;
        this.progress = options.progress();
    }

    URI hubAddress() {
        return URI.create("http://127.0.0.1:" + ports.of(Port.HUB));
    }

    URI keycloakAddress() {
        return URI.create("http://127.0.0.1:" + ports.of(Port.KEYCLOAK));
    }

    Database databaseOwner() {
        return PostgresServer.hubOwner(ports.of(Port.POSTGRES), secrets);
    }

    PostgresServer preparePostgres() {
        return PostgresServer.prepare(var, cache, ports.of(Port.POSTGRES), secrets, progress.step("PostgreSQL"));
    }

    Child start(PostgresServer postgres) {
        return postgres.start(children, progress.step("PostgreSQL"));
    }

    KeycloakServer prepareKeycloak() {
        return KeycloakServer.prepare(
                var,
                children,
                cache,
                parts.keycloakZip(),
                parts.loginThemes(),
                ports,
                secrets.keycloakAdmin(),
                progress.step("Keycloak"));
    }

    Child start(KeycloakServer keycloak, Database database) {
        return keycloak.start(children, database, holes(), mail, notes, progress.step("Keycloak"));
    }

    Child startHub(PostgresServer postgres, KeycloakServer keycloak) {
        HubSettings settings = new HubSettings(
                hubAddress(),
                postgres.hubApp(),
                postgres.hubOwner(),
                keycloak.issuer(),
                secrets.hubClient(),
                secrets.ticketKey(),
                secrets.sealKey(),
                var.folder("vault"),
                parts.agentJar(),
                hubMore);
        return new HubServer(var, parts.payara(), parts.hubWar(), settings)
                .start(children, notes, progress.step("Hub"));
    }

    void awaitFrontPage(Child hub) {
        HubServer.awaitFrontPage(hub, hubAddress(), notes, progress.step("Hub"));
    }

    /** What fills the holes of the realm's template. */
    private Map<String, String> holes() {
        Map<String, String> holes = new TreeMap<>();
        holes.put("hub-origin", hubAddress().toString());
        holes.put("client-secret", secrets.hubClient().reveal());
        holes.put("acme-tenant", ids.tenant("acme").toString());
        holes.put("globex-tenant", ids.tenant("globex").toString());
        people.accounts().forEach(account -> {
            holes.put(account.name() + "-id", account.subject().toString());
            holes.put(account.name() + "-password", account.password().reveal());
        });
        return holes;
    }
}
