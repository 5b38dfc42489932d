package io.vedette.bench.vault;

import io.vedette.bench.Figure;
import io.vedette.bench.hub.Folders;
import io.vedette.stack.Parts;
import io.vedette.stack.Stack;
import io.vedette.stack.StackOptions;
import io.vedette.stack.process.LeftOvers;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** {@code -Dbench=vault}. Takes about eight minutes and two gigabytes of disk; everything it starts and writes is gone at its end. */
public final class Vault {
    private static final int FIRST_PORT = 19800;

    private Vault() {}

    public static void measure(Parts parts, Consumer<Figure> out) {
        Path folder = parts.root().resolve("src/bench/target/vault");
        LeftOvers.end(new VarFolder(folder.resolve("stack"))); // of a run that was killed
        Folders.clear(folder);
        Progress progress = Progress.on(System.out);
        StorePut.measure(folder.resolve("stores"), out);
        AfterCut.measure(folder.resolve("intake"), out);
        StackOptions options = StackOptions.inCheckout(parts, progress)
                .withVar(folder.resolve("stack"))
                .withFirstPort(FIRST_PORT)
                .withHub(Map.of("VEDETTE_STORE_LOCAL", "127.0.0.1"));
        try (Stack stack = Stack.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "bench-end"));
            Told.measure(stack, out);
            FirstSecond.measure(stack, out);
        }
        Folders.clear(folder);
    }
}
