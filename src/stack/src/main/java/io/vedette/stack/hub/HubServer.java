package io.vedette.stack.hub;

import io.vedette.stack.process.Child;
import io.vedette.stack.process.ChildSpec;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Java;
import io.vedette.stack.process.Ready;
import io.vedette.stack.process.Stage;
import io.vedette.stack.state.Folders;
import io.vedette.stack.state.Kept;
import io.vedette.stack.state.PrivateFile;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The hub's WAR on Payara Micro, as a child. */
public final class HubServer {
    public static final String NAME = "hub";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String NETWORK = "set configs.config.server-config.network-config.";

    /**
     * Payara Micro has no option for the address it listens on, and would take all of them; nor for what it tells of
     * itself in every answer.
     */
    private static final String COMMANDS =
            NETWORK + "network-listeners.network-listener.http-listener.address=" + HubSettings.BIND + "\n"
                    + NETWORK + "protocols.protocol.http-listener.http.server-header=false\n"
                    + NETWORK + "protocols.protocol.http-listener.http.xpowered-by=false\n";

    private final VarFolder var;
    private final Path payara;
    private final Path war;
    private final HubSettings settings;

    public HubServer(VarFolder var, Path payara, Path war, HubSettings settings) {
        this.var = var;
        this.payara = payara;
        this.war = war;
        this.settings = settings;
    }

    /** Starts the hub and returns when it says that it is ready. */
    public Child start(Children children, Kept kept, Step step) {
        Child child = children.start(spec());
        new Ready(kept, step).await(child, settings.publicUrl().resolve("/health/ready"), PATIENCE);
        step.done("ready at " + settings.publicUrl());
        return child;
    }

    /**
     * Returns when the front page shows itself or the way to the login; a deployment that failed answers 404. Keycloak must be ready,
     * as the hub asks it where the login is.
     */
    public static void awaitFrontPage(Child hub, URI publicUrl, Kept kept, Step step) {
        new Ready(kept, step, "first page")
                .await(hub, publicUrl, status -> status >= 200 && status < 400, Duration.ofSeconds(60));
    }

    private ChildSpec spec() {
        Path folder = var.folder("hub");
        Path payaraFolder = folder.resolve("payara"); // a used one would deploy the hub twice
        Folders.remove(payaraFolder);
        PrivateFile.folder(payaraFolder);
        Path commands = folder.resolve("prebootcommands");
        PrivateFile.write(commands, COMMANDS);
        String mark = Java.mark(var, NAME);
        List<String> command = Java.command(
                mark,
                List.of(
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.timezone=UTC",
                        "-Djava.io.tmpdir=" + PrivateFile.folder(folder.resolve("tmp")),
                        "-jar",
                        payara.toString(),
                        "--rootdir",
                        payaraFolder.toString(),
                        "--prebootcommandfile",
                        commands.toString(),
                        "--deploy",
                        war.toString(),
                        "--contextroot",
                        "/",
                        "--port",
                        Integer.toString(settings.publicUrl().getPort()),
                        "--nohazelcast",
                        "--disablephonehome"));
        return new ChildSpec(NAME, Stage.SERVER, command, settings.environment(), folder, mark, false, List.of());
    }
}
