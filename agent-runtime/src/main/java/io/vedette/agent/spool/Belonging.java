package io.vedette.agent.spool;

import io.vedette.contracts.id.Uuids;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whether home, index and recordings belong together, or somebody has mounted another disk, none at all, or put back half
 * a copy. An opening is written in the home first, then beside the recordings, then in the index: so the index may be
 * one behind the others, after a crash, and nothing else may differ.
 */
sealed interface Belonging {
    /** They do. */
    record Ours(UUID spool, long opened) implements Belonging {}

    /**
     * They do not, and nothing must be written here.
     *
     * @param sentence says what it looks like and what to do
     */
    record Refused(String sentence) implements Belonging {}

    /** What is there of the index. */
    enum Index {
        MISSING,
        DAMAGED,
        THERE
    }

    /**
     * What was found.
     *
     * @param inIndex empty for an index that is missing, damaged, or older than witnesses
     * @param files whether recordings lie in their folder
     */
    record Found(
            Index index,
            Optional<Witness> inIndex,
            Optional<Witness> inRecordings,
            Optional<Witness> inHome,
            boolean files) {}

    static Belonging of(Found found) {
        return switch (found.index) {
            case MISSING -> withoutIndex(found);
            case DAMAGED -> withDamagedIndex(found);
            case THERE -> found.inIndex.isPresent() ? withIndex(found, found.inIndex.get()) : withOlderIndex(found);
        };
    }

    private static Belonging withoutIndex(Found found) {
        if (found.files || found.inRecordings.isPresent()) {
            return new Refused("the index is missing while recordings are there: put it back, or mount its disk");
        }
        return found.inHome.isPresent()
                ? new Refused("it is empty, but this agent has recorded before: mount its disk")
                : new Ours(Uuids.fresh(), 0);
    }

    private static Belonging withDamagedIndex(Found found) {
        if (found.inRecordings.isEmpty() && found.inHome.isPresent()) {
            return new Refused("the index is damaged and the folder of recordings is not this spool's: mount its disk");
        }
        if (differ(found.inRecordings, found.inHome)) {
            return new Refused("it belongs to another agent: mount the disk of this one");
        }
        long opened = Stream.of(found.inRecordings, found.inHome)
                .flatMap(Optional::stream)
                .mapToLong(Witness::opened)
                .max()
                .orElse(0);
        return new Ours(found.inRecordings.map(Witness::spool).orElseGet(Uuids::fresh), opened);
    }

    private static Belonging withOlderIndex(Found found) {
        return found.inRecordings.isPresent() || found.inHome.isPresent()
                ? new Refused("the index is an old copy: put back the newest one")
                : new Ours(Uuids.fresh(), 0);
    }

    private static Belonging withIndex(Found found, Witness index) {
        if (differ(found.inHome, found.inIndex)) {
            return new Refused("it belongs to another agent: mount the disk of this one");
        }
        if (differ(found.inRecordings, found.inIndex)) {
            return new Refused("the recordings belong to another spool than the index: mount the disk of this one");
        }
        if (index.opened() > 0 && found.inRecordings.isEmpty()) {
            return new Refused("the folder of recordings is not the one that was there before: mount its disk");
        }
        if (index.opened() > 0 && found.inHome.isEmpty()) {
            return new Refused("this home has never had a spool, and the spool has had another home");
        }
        long recordings = found.inRecordings.map(Witness::opened).orElse(index.opened());
        long home = found.inHome.map(Witness::opened).orElse(index.opened());
        if (recordings > index.opened() + 1) {
            return new Refused("the index is older than the recordings, as from a copy: put back the newest one");
        }
        if (recordings < index.opened()) {
            return new Refused("the recordings are older than the index, as from a copy: put back the newest ones");
        }
        if (home > index.opened() + 1) {
            return new Refused("it is older than this agent, as from a copy: put back the newest one");
        }
        return new Ours(index.spool(), index.opened());
    }

    private static boolean differ(Optional<Witness> one, Optional<Witness> other) {
        return one.isPresent()
                && other.isPresent()
                && !one.get().spool().equals(other.get().spool());
    }
}
