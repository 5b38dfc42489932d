package io.vedette.stack.process;

import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.StackFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All children of one stack. Safe for several threads. */
public final class Children {
    private final VarFolder var;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final CompletableFuture<Child> firstDeath = new CompletableFuture<>();
    private boolean closed;

    public Children(VarFolder var) {
        this.var = var;
    }

    /** Starts a child that is meant to stay; its end without our will ends the stack. */
    public Child start(ChildSpec spec) {
        Child child = startPassing(spec);
        var unused = child.onExit().thenAccept(ended -> {
            if (!ended.endWanted()) {
                firstDeath.complete(ended);
            }
        });
        return child;
    }

    /** Starts a child that does one thing and ends. */
    public synchronized Child startPassing(ChildSpec spec) {
        if (closed) {
            throw new StackFailed("The stack is being stopped.");
        }
        Child before = children.get(spec.name());
        if (before != null && before.isAlive()) {
            throw new IllegalStateException(spec.name() + " runs already");
        }
        Child child = Child.start(spec, var);
        children.put(spec.name(), child);
        return child;
    }

    public synchronized Optional<Child> find(String name) {
        return Optional.ofNullable(children.get(name));
    }

    public Child get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no child of the name " + name));
    }

    public synchronized List<Child> alive() {
        return children.values().stream().filter(Child::isAlive).toList();
    }

    /** Completes with the first child that ended without our will. */
    public CompletableFuture<Child> firstDeath() {
        return firstDeath;
    }

    /** Ends all of them, the latest stage first, those of one stage at the same time. Nothing can be started afterwards. */
    public void stopAll() {
        synchronized (this) {
            closed = true;
        }
        for (Stage stage : List.of(Stage.EDGE, Stage.SERVER, Stage.DATABASE)) {
            List<Thread> stops = new ArrayList<>();
            for (Child child : alive()) {
                if (child.stage() == stage) {
                    stops.add(Thread.ofPlatform().name("stop-" + child.name()).start(child::stop));
                }
            }
            stops.forEach(Children::join);
        }
    }

    private static void join(Thread stop) {
        try {
            stop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
