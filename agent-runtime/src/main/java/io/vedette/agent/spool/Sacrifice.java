package io.vedette.agent.spool;

import io.vedette.agent.spool.RecordingRows.State;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the spool within its budget: the one place that decides which recording is given up. Each is told to the hub and
 * counted; see {@link GivenUp}.
 */
final class Sacrifice {
    private static final Logger LOG = LoggerFactory.getLogger(Sacrifice.class);

    /** Who goes first: the ranks from first to last, within a rank the oldest by the order of closing. */
    enum Rank {
        IN_THE_VAULT(c -> RecordingRows.oldest(c, State.STORED)),
        AT_THE_SITE(c -> RecordingRows.oldestBrought(c, State.KEPT)),
        /** Asked for when the ranks before it have nothing to give any more. */
        NOWHERE_ELSE(c -> RecordingRows.oldest(c, State.KEPT));

        private final SpoolIndex.Work<Optional<RecordingRows.Row>> oldest;

        Rank(SpoolIndex.Work<Optional<RecordingRows.Row>> oldest) {
            this.oldest = oldest;
        }
    }

    private final SpoolFolders folders;
    private final SpoolIndex index;
    private final Removal removal;
    private final LivedTime time;
    private final Surroundings.Room room;
    private final SpoolBudget budget;

    Sacrifice(
            SpoolFolders folders,
            SpoolIndex index,
            Removal removal,
            LivedTime time,
            Surroundings.Room room,
            SpoolBudget budget) {
        this.folders = folders;
        this.index = index;
        this.removal = removal;
        this.time = time;
        this.room = room;
        this.budget = budget;
    }

    /**
     * Gives up recordings until the rest is within the budget.
     *
     * @param openBytes of the recording that still grows
     * @param news bytes that came since this was asked last: no more of what was never stored goes for the sake of others
     */
    void makeRoom(long openBytes, long news) {
        forAge();
        while (index.inTransaction(RecordingRows::bytesKept) > budget.bytes() - openBytes
                && one(GivenUp.Reason.BYTES)) {
            // one by one, so that a crash in between costs none too many
        }
        forOthers(news);
    }

    /** False when there is nothing left to give up. */
    boolean one(GivenUp.Reason reason) {
        for (Rank rank : Rank.values()) {
            var victim = oldest(rank);
            if (victim.isPresent()) {
                giveUp(victim.get(), reason);
                return true;
            }
        }
        return false;
    }

    private void forAge() {
        if (budget.age().isZero()) {
            return;
        }
        for (Rank rank : Rank.values()) {
            var victim = oldest(rank);
            while (victim.isPresent()
                    && time.seconds() - victim.get().livedSeconds()
                            > budget.age().toSeconds()) {
                giveUp(victim.get(), GivenUp.Reason.AGE);
                victim = oldest(rank);
            }
        }
    }

    /**
     * Others may fill the disk by mistake or on purpose, and that must not cost what exists nowhere else: what a vault has
     * goes as it is needed, of the rest only as much as was added, and never the newest.
     */
    private void forOthers(long news) {
        long given = 0;
        while (roomIsShort()) {
            var stored = oldest(Rank.IN_THE_VAULT).or(() -> oldest(Rank.AT_THE_SITE));
            var victim = stored.isPresent() ? stored : oldest(Rank.NOWHERE_ELSE).filter(row -> !isNewest(row));
            if (victim.isEmpty() || stored.isEmpty() && given >= news) {
                return;
            }
            giveUp(victim.get(), GivenUp.Reason.FREE_SPACE);
            given += victim.get().bytes();
        }
    }

    private boolean roomIsShort() {
        try {
            return budget.freeBytes() > 0 && room.in(folders.recordings()) < budget.freeBytes();
        } catch (IOException e) {
            throw new SpoolFault("the disk of the spool cannot be measured", e);
        }
    }

    private boolean isNewest(RecordingRows.Row row) {
        return index.inTransaction(RecordingRows::newest).equals(Optional.of(row.id()));
    }

    private Optional<RecordingRows.Row> oldest(Rank rank) {
        return index.inTransaction(rank.oldest);
    }

    private void giveUp(RecordingRows.Row row, GivenUp.Reason reason) {
        LOG.warn("recording {} goes, {}: {}", row.id(), whereElse(row), reason.words());
        try {
            removal.remove(row.id(), reason);
        } catch (SpoolFault e) {
            // not even room for the note that it goes, so its file goes first; should we die in between, the next start
            // misses the file and tells the hub
            LOG.warn("recording {} goes before it is noted: {}", row.id(), e.getMessage());
            removal.unlink(row.id());
            removal.remove(row.id(), reason);
        }
    }

    private static String whereElse(RecordingRows.Row row) {
        if (row.state() == State.STORED) {
            return "the vault has it";
        }
        return row.brought() ? "the vault of the site has it" : "NEVER STORED";
    }
}
