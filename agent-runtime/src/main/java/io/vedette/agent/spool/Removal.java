package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingGone;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/**
 * Deletes a recording so that a crash at any moment leaves nothing half: tombstone in its row (with the event that tells
 * the hub and the count), unlink, fsync of the folder, row dropped. Recovery goes on with every tombstone it finds.
 */
final class Removal {
    private final SpoolFolders folders;
    private final SpoolIndex index;
    private final Outbox outbox;
    private final Durability durability;
    private final Clock clock;

    Removal(SpoolFolders folders, SpoolIndex index, Outbox outbox, Durability durability, Clock clock) {
        this.folders = folders;
        this.index = index;
        this.outbox = outbox;
        this.durability = durability;
        this.clock = clock;
    }

    void remove(RecordingId id, GivenUp.Reason reason) {
        remove(id, reason, reason.words());
    }

    /** @param words for people, in the event */
    void remove(RecordingId id, GivenUp.Reason reason, String words) {
        boolean marked = index.inTransaction(c -> {
            Optional<RecordingRows.Row> row = RecordingRows.find(c, id);
            if (row.isEmpty() || !RecordingRows.markGone(c, id)) {
                return false;
            }
            GivenUpRows.count(
                    c, new GivenUp(reason, row.get().elsewhere(), 1, row.get().bytes()));
            outbox.append(c, new RecordingGone(id, words), clock.instant());
            return true;
        });
        if (marked) {
            finish(id);
            outbox.announce();
        }
    }

    /** The second half, for a row that has its tombstone. */
    void finish(RecordingId id) {
        unlink(id);
        index.inTransaction(c -> RecordingRows.delete(c, id));
    }

    void unlink(RecordingId id) {
        try {
            Files.deleteIfExists(folders.closed(id));
            Files.deleteIfExists(folders.thumbnail(id));
            durability.folder(folders.recordings());
        } catch (IOException e) {
            throw new SpoolFault("the file of recording " + id + " cannot be deleted", e);
        }
    }
}
