package io.vedette.stack;

import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.words.StackFailed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** How each child was started, so that it can be started again. */
final class Starts {
    private final Map<String, Supplier<Child>> starts = new ConcurrentHashMap<>();
    private final Children children;

    Starts(Children children) {
        this.children = children;
    }

    /** Returns when the child is ready. */
    Child start(String name, Supplier<Child> start) {
        starts.put(name, start);
        return start.get();
    }

    void again(String name) {
        Supplier<Child> start = starts.get(name);
        if (start == null) {
            throw new IllegalArgumentException("no child of the name " + name);
        }
        children.get(name).stop();
        Child child = start.get();
        if (!child.isAlive()) {
            throw new StackFailed(child.obituary());
        }
    }
}
