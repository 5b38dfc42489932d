package io.vedette.agent.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The present format, the last group of pictures and whoever listens. A listener that joins hears all of it in order,
 * because joining and publishing exclude each other.
 */
final class FragmentHub {
    // A camera with a key frame a minute must not fill the memory; who joins then waits for the next key frame.
    private static final int MOST_BYTES = 6 << 20;

    private final List<FragmentListener> listeners = new ArrayList<>();
    private final List<Fragment> group = new ArrayList<>();
    private int groupBytes;
    private @Nullable StreamFormat format;

    synchronized AutoCloseable add(FragmentListener listener) {
        listeners.add(listener);
        if (format != null) {
            listener.format(format);
            group.forEach(listener::fragment);
        }
        return () -> remove(listener);
    }

    private synchronized void remove(FragmentListener listener) {
        listeners.remove(listener);
    }

    synchronized void format(StreamFormat next) {
        format = next;
        clear();
        List.copyOf(listeners).forEach(listener -> listener.format(next));
    }

    synchronized void fragment(Fragment fragment) {
        if (fragment.key() || groupBytes + fragment.size() > MOST_BYTES) {
            clear();
        }
        if (fragment.key() || !group.isEmpty()) {
            group.add(fragment);
            groupBytes += fragment.size();
        }
        List.copyOf(listeners).forEach(listener -> listener.fragment(fragment));
    }

    synchronized void interrupted() {
        format = null;
        clear();
        List.copyOf(listeners).forEach(FragmentListener::interrupted);
    }

    private void clear() {
        group.clear();
        groupBytes = 0;
    }
}
