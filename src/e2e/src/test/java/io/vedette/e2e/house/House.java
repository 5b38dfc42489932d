package io.vedette.e2e.house;

import io.vedette.e2e.browser.HubBrowser;
import io.vedette.lab.truth.TruthClient;
import io.vedette.stack.Parts;
import io.vedette.stack.Stack;
import io.vedette.stack.StackOptions;
import io.vedette.stack.process.LeftOvers;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running stack in a folder of its own, empty at the start, and a browser in front of it. Unpacked programs and the clip are kept
 * where the demo keeps them.
 */
public final class House implements AutoCloseable {
    private static final int FIRST_PORT = 19400;

    /** What all tests together leave in the vault has to fit. */
    private static final int VAULT_MEGABYTES = 1024;

    private final Stack stack;
    private final HubBrowser browser;
    private final Postbox postbox;
    private final Optional<SmallDisk> vault;

    private House(Stack stack, HubBrowser browser, Postbox postbox, Optional<SmallDisk> vault) {
        this.vault = vault;
        this.postbox = postbox;
        this.stack = stack;
        this.browser = browser;
    }

    static House open() {
        Path var = target().resolve("stack");
        LeftOvers.end(new VarFolder(var)); // of a run that was killed
        delete(var);
        Optional<SmallDisk> vault = SmallDisk.at(var.resolve("vault"), VAULT_MEGABYTES);
        var progress = new Progress(System.out, System::nanoTime);
        var postbox = new Postbox();
        Stack stack;
        try {
            stack = Stack.start(StackOptions.inCheckout(Parts.fromSystemProperties(), progress)
                    .withVar(var)
                    .withMail(postbox.server())
                    .withHub(Map.of("VEDETTE_STORE_LOCAL", "127.0.0.1"))
                    .withFirstPort(FIRST_PORT));
        } catch (RuntimeException e) {
            vault.ifPresent(SmallDisk::close);
            throw e;
        }
        try {
            return new House(stack, HubBrowser.open(stack), postbox, vault);
        } catch (RuntimeException e) {
            stack.close();
            vault.ifPresent(SmallDisk::close);
            throw e;
        }
    }

    public Stack stack() {
        return stack;
    }

    /** The latest mail to this address, as HTML. */
    public Optional<String> mailTo(String address) {
        return postbox.html(address);
    }

    /** The disk that the vault lies on; empty when this machine lets nobody mount one. */
    public Optional<SmallDisk> vault() {
        return vault;
    }

    public HubBrowser browser() {
        return browser;
    }

    /** Starts again what a test has ended and, because it failed, not brought back. */
    public void mend() {
        for (String name : List.of("postgres", "keycloak", "hub", "agent-gate", "agent-loading-dock")) {
            if (!stack.running().contains(name)) {
                stack.restart(name);
            }
        }
    }

    /** What the camera at the gate really saw; the caller closes it. */
    public TruthClient gateTruth() {
        return new TruthClient(stack.testCameras().getFirst().truth().getPort());
    }

    /** What the camera at the loading dock really saw; the caller closes it. */
    public TruthClient dockTruth() {
        return new TruthClient(stack.testCameras().getLast().truth().getPort());
    }

    static Path target() {
        return Path.of(System.getProperty("vedette.e2e.target"));
    }

    /** The last test of all: what was started is gone afterwards, and so is {@code stack.json}. */
    @Override
    public void close() {
        try {
            browser.close();
        } finally {
            List<ProcessHandle> all = stack.running().stream()
                    .flatMap(name -> ProcessHandle.of(stack.pid(name)).stream())
                    .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                    .toList();
            stack.close();
            postbox.close();
            vault.ifPresent(SmallDisk::close);
            List<ProcessHandle> left =
                    all.stream().filter(ProcessHandle::isAlive).toList();
            if (!left.isEmpty() || Files.exists(stack.folder().resolve("stack.json"))) {
                throw new AssertionError("the stack has stopped and left behind: " + left);
            }
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            SmallDisk.takeAwayLeftOvers(folder);
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the stack of the last run cannot be deleted", e);
        }
    }
}
