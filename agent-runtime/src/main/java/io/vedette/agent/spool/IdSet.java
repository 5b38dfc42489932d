package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import java.util.UUID;

/**
 * Very many ids in little room: the names of a hundred thousand recordings take 4 MB here, where objects would not fit
 * into the memory an agent has. One thread.
 */
final class IdSet {
    private long[] words = new long[2048];
    private int size;

    void add(RecordingId id) {
        if (size * 4 >= words.length) {
            grow();
        }
        UUID value = id.value();
        if (place(words, value.getMostSignificantBits(), value.getLeastSignificantBits())) {
            size++;
        }
    }

    boolean contains(RecordingId id) {
        UUID value = id.value();
        int at = slot(words, value.getMostSignificantBits(), value.getLeastSignificantBits());
        return !isEmpty(words, at);
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[words.length * 2];
        for (int at = 0; at < words.length; at += 2) {
            if (!isEmpty(words, at)) {
                boolean unused = place(larger, words[at], words[at + 1]);
            }
        }
        words = larger;
    }

    private static boolean place(long[] words, long most, long least) {
        int at = slot(words, most, least);
        boolean fresh = isEmpty(words, at);
        words[at] = most;
        words[at + 1] = least;
        return fresh;
    }

    /** Where these words are, or the empty place where they would be. The id of all zeroes is nobody's. */
    private static int slot(long[] words, long most, long least) {
        long mixed = (most ^ least) * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (words.length - 2);
        while (!isEmpty(words, at) && (words[at] != most || words[at + 1] != least)) {
            at = at + 2 & words.length - 1;
        }
        return at;
    }

    private static boolean isEmpty(long[] words, int at) {
        return words[at] == 0 && words[at + 1] == 0;
    }
}
