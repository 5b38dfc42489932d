package io.vedette.hub.livestream.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * The newest two groups of pictures, at most 8 MB, so that a new viewer sees something at once. Positions count up over the
 * ring's whole life; a viewer is no more than one such number. Not safe for several threads.
 */
final class GopRing {
    static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_GROUPS = 2;
    /** A publisher of tiny fragments must not make a ring of a million entries. */
    private static final int MOST_FRAGMENTS = 2048;

    private final List<Fragment> kept = new ArrayList<>();
    private final Deque<Long> keys = new ArrayDeque<>();
    private long first;
    private int bytes;

    /** Keeps it and forgets what is too old. False for a fragment before the first key frame: nobody could begin with it. */
    boolean add(Fragment fragment) {
        if (kept.isEmpty() && !fragment.key()) {
            return false;
        }
        if (fragment.key()) {
            keys.addLast(end());
        }
        kept.add(fragment);
        bytes += fragment.size();
        while (keys.size() > MOST_GROUPS || (keys.size() > 1 && tooMuch())) {
            keys.removeFirst();
            forgetUpTo(keys.getFirst());
        }
        while (tooMuch() && kept.size() > 1) {
            forgetUpTo(first + 1);
        }
        return true;
    }

    /** Forgets everything; positions go on from where they are. */
    void clear() {
        forgetUpTo(end());
    }

    Fragment at(long position) {
        return kept.get((int) (position - first));
    }

    long first() {
        return first;
    }

    /** One past the newest. */
    long end() {
        return first + kept.size();
    }

    /** Empty when there is none, as in the midst of a group that alone is larger than the ring. */
    OptionalLong newestKey() {
        Long key = keys.peekLast();
        return key == null ? OptionalLong.empty() : OptionalLong.of(key);
    }

    int bytes() {
        return bytes;
    }

    private boolean tooMuch() {
        return bytes > MOST_BYTES || kept.size() > MOST_FRAGMENTS;
    }

    private void forgetUpTo(long position) {
        List<Fragment> old = kept.subList(0, (int) (position - first));
        for (Fragment fragment : old) {
            bytes -= fragment.size();
        }
        old.clear();
        first = position;
        while (!keys.isEmpty() && keys.getFirst() < first) {
            keys.removeFirst();
        }
    }
}
