package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.tenant.LateDeeds;
import io.vedette.hub.recordings.entity.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A player's many ranges become one row, with what was really sent. */
class ReplayNotesTest {
    private static final byte[] FILE = new byte[1000];

    private final Scene scene;
    private final AtomicLong now = new AtomicLong(1);
    private final LateDeeds late;
    private final ReplayNotes notes;
    private final Doer guard = new Doer(Doer.Kind.PERSON, "guard", "Guard", "192.0.2.7");

    ReplayNotesTest(@TempDir Path vault) {
        scene = new Scene(vault);
        late = new LateDeeds(scene.work);
        notes = new ReplayNotes(late, now::get);
    }

    @AfterEach
    void close() {
        late.stop();
    }

    private Recording recording() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        return scene.as(
                scene.owner,
                () -> scene.recordings.lock(scene.owner.tenant(), id).orElseThrow());
    }

    private List<String> rows() {
        return scene.as(
                scene.owner,
                () -> scene.work
                        .entities(scene.owner.tenant())
                        .createNativeQuery(
                                "select actor_id || ' ' || detail from audit_entry where action = 'replayed' order by seq",
                                String.class)
                        .getResultStream()
                        .map(String.class::cast)
                        .toList());
    }

    private void sent(Recording recording, long first, long count) {
        notes.sent(scene.owner.tenant(), guard, recording, first, count);
    }

    @Test
    void aHundredRangesAreOneRowOnceItHasBeenQuiet() {
        Recording recording = recording();
        for (int i = 0; i < 50; i++) {
            sent(recording, i * 10L, 10);
            sent(recording, i * 10L, 10);
            now.addAndGet(1_000_000);
            notes.look();
        }
        late.write();
        assertThat(rows()).as("while it goes on").isEmpty();

        now.addAndGet(ReplayNotes.QUIET.toNanos());
        notes.look();
        notes.look();
        late.write();

        long half = Math.ceilDiv(recording.duration().toMillis() / 2, 1000);
        assertThat(rows()).containsExactly("guard {\"bytes\":\"500\",\"seconds\":\"" + half + "\"}");
    }

    @Test
    void whoeverPlaysOnAndOnIsWrittenMeanwhile() {
        Recording recording = recording();
        for (long played = 0; played <= ReplayNotes.LONGEST.toSeconds(); played += 10) {
            sent(recording, 0, 100);
            now.addAndGet(10_000_000_000L);
            notes.look();
        }
        late.write();

        assertThat(rows()).hasSize(1);
    }

    @Test
    void nothingIsLostWhenTheHubStops() {
        sent(recording(), 0, 100);

        notes.stop();
        late.write();

        assertThat(rows()).hasSize(1);
    }
}
