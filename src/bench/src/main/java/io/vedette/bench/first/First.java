package io.vedette.bench.first;

import io.vedette.bench.Figure;
import io.vedette.bench.hub.Folders;
import io.vedette.bench.hub.Person;
import io.vedette.stack.Parts;
import io.vedette.stack.Stack;
import io.vedette.stack.StackOptions;
import io.vedette.stack.process.LeftOvers;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Progress;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code -Dbench=first}. Takes about eight minutes; everything it starts is gone at its end. */
public final class First {
    private static final int FIRST_PORT = 19600;

    private First() {}

    public static void measure(Parts parts, Consumer<Figure> out) {
        Path folder = parts.root().resolve("src/bench/target/first");
        LeftOvers.end(new VarFolder(folder.resolve("stack"))); // of a run that was killed
        Folders.clear(folder);
        SecondStart.measure(parts, folder.resolve("start"), out);
        Progress progress = Progress.on(System.out);
        StackOptions options = StackOptions.inCheckout(parts, progress)
                .withVar(folder.resolve("stack"))
                .withFirstPort(FIRST_PORT)
                .withEdge(false);
        try (Stack stack = Stack.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "bench-end"));
            BigTenant tenant = BigTenant.in(stack);
            progress.say("filled: " + BigTenant.WORDS);
            Person owner = Person.signIn(stack, "owner");
            Person guard = Person.signIn(stack, "guard");
            PageTimes.measure(tenant, owner, guard, out);
            ScriptWeight.measure(tenant, owner, out);
            IdleAgents.measure(stack, tenant, folder.resolve("agents"), out);
        }
    }
}
