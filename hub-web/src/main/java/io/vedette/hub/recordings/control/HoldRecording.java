package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;
import java.time.Clock;

/**
 * Puts a recording on hold, and takes the hold back. Whoever may take cameras away with all that they recorded may also say that something stays, as far as
 * they may replay it.
 */
@Singleton
public class HoldRecording {
    private final TenantWork work;
    private final Recordings recordings;
    private final Tombstones tombstones;
    private final Clock clock;

    @Inject
    public HoldRecording(TenantWork work, Recordings recordings, Tombstones tombstones, Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Held(Recording recording) implements Outcome {}

        /** Too late: it is being deleted. */
        record Leaving() implements Outcome {}

        /** The hub can promise nothing for what lies at the edge, or nowhere. */
        record NotInVault() implements Outcome {}
    }

    /**
     * On one that is on hold the new words take the place of the old ones; who was first, and when, stays in the audit log.
     *
     * @param name of the viewer, as it is shown now
     */
    public Outcome set(Viewer viewer, String name, RecordingId id, Hold.Reason why) {
        Recording recording = may(viewer, id);
        if (!tombstones.keepStanding(viewer.tenant(), recording.camera())) {
            throw Refusal.notFound(); // taken away in the same instant
        }
        recording = lock(viewer, id);
        return switch (recording.place()) {
            case VAULT -> {
                recording.hold(new Hold(viewer.subject(), name, clock.instant(), why));
                work.note(recording.deed(DeedKind.RECORDING_HELD).with("reason", why.text()));
                yield new Outcome.Held(recording);
            }
            case LEAVING -> new Outcome.Leaving();
            case EDGE, GONE -> new Outcome.NotInVault();
        };
    }

    /** Retention takes it up again, as if there had been no hold. */
    public Recording release(Viewer viewer, RecordingId id) {
        var unused = may(viewer, id);
        Recording recording = lock(viewer, id);
        recording.hold().ifPresent(hold -> {
            recording.release();
            work.note(recording
                    .deed(DeedKind.RECORDING_RELEASED)
                    .with("reason", hold.why().text()));
        });
        return recording;
    }

    private Recording lock(Viewer viewer, RecordingId id) {
        try {
            return recordings.lock(viewer.tenant(), id).orElseThrow(Refusal::notFound);
        } catch (EntityNotFoundException deleted) { // while its lock was waited for
            throw Refusal.notFound();
        }
    }

    private Recording may(Viewer viewer, RecordingId id) {
        Recording recording = recordings.get(viewer, id, Action.REPLAY);
        viewer.must(Permission.ARRANGE);
        return recording;
    }
}
