package io.vedette.stack;

import io.vedette.stack.keycloak.MailServer;
import io.vedette.stack.state.Ports;
import io.vedette.stack.words.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a stack is wanted.
 *
 * @param var its own folder: everything that survives a stop
 * @param cache unpacked programs; several stacks may share one
 * @param firstPort where the search for free ports begins, at the first start of this folder
 * @param edge whether the test cameras and their agents run
 * @param hub settings of the hub that stacks do not decide, by their names in its environment
 * @param mail where Keycloak hands in its mails; it sends none without it
 * @param camera a real camera for one more agent, {@code rtsp://host/path} without credentials
 */
public record StackOptions(
        Parts parts,
        Path var,
        Path cache,
        int firstPort,
        boolean edge,
        Map<String, String> hub,
        Optional<CameraOnTheWall> camera,
        Optional<MailServer> mail,
        Progress progress) {
    public StackOptions {
        hub = Map.copyOf(hub);
    }

    /** The demo's: state under {@code var} of the checkout. */
    public static StackOptions inCheckout(Parts parts, Progress progress) {
        Path var = parts.root().resolve("var");
        return new StackOptions(
                parts,
                var,
                var.resolve("cache"),
                Ports.FIRST,
                true,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                progress);
    }

    public StackOptions withVar(Path folder) {
        return new StackOptions(parts, folder, cache, firstPort, edge, hub, camera, mail, progress);
    }

    public StackOptions withFirstPort(int port) {
        return new StackOptions(parts, var, cache, port, edge, hub, camera, mail, progress);
    }

    public StackOptions withEdge(boolean wanted) {
        return new StackOptions(parts, var, cache, firstPort, wanted, hub, camera, mail, progress);
    }

    /** Settings of the hub, by their names in its environment. */
    public StackOptions withHub(Map<String, String> settings) {
        return new StackOptions(parts, var, cache, firstPort, edge, settings, camera, mail, progress);
    }

    public StackOptions withCamera(CameraOnTheWall real) {
        return new StackOptions(parts, var, cache, firstPort, edge, hub, Optional.of(real), mail, progress);
    }

    public StackOptions withMail(MailServer server) {
        return new StackOptions(parts, var, cache, firstPort, edge, hub, camera, Optional.of(server), progress);
    }
}
