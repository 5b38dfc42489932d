package io.vedette.agent.secondary;

import io.vedette.agent.spool.ClosedRecording;
import io.vedette.agent.spool.KeptRecording;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the recordings in the order of closing and copies those whose turn has come. What was copied is known by
 * asking the place, so nothing is written down here, and after a start it is asked once for each recording. One thread.
 */
final class CopyRound {
    private static final Logger LOG = LoggerFactory.getLogger(CopyRound.class);
    private static final int AT_ONCE = 50;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Spool spool;
    private final TenantId tenant;
    private final CameraId camera;
    private final CopyRules rules;
    private final SecondaryPlace place;
    private final RandomGenerator random;

    /** Number of the last recording that nothing is left to do for. */
    private long done;

    private int faults;

    CopyRound(
            Spool spool,
            TenantId tenant,
            CameraId camera,
            CopyRules rules,
            SecondaryPlace place,
            RandomGenerator random) {
        this.spool = spool;
        this.tenant = tenant;
        this.camera = camera;
        this.rules = rules;
        this.place = place;
        this.random = random;
    }

    /** Copies what is due, and answers how long to wait before the next round. Ends early when its thread is interrupted. */
    Duration run() {
        try {
            Duration wait = copyDue();
            if (faults > 0) {
                LOG.info("the secondary target takes recordings again");
                faults = 0;
            }
            return wait;
        } catch (BlobStoreFault | SpoolFault e) {
            Duration pause = pause();
            String why = e.getCause() == null ? "" : " (" + e.getCause() + ")";
            if (faults == 1) {
                LOG.warn(
                        "the secondary target takes nothing; recordings stay here and are copied when it does: {}{}",
                        e.getMessage(),
                        why);
            } else {
                LOG.debug("the secondary target still takes nothing: {}{}", e.getMessage(), why);
            }
            return pause;
        }
    }

    private Duration copyDue() {
        while (!Thread.currentThread().isInterrupted()) {
            List<ClosedRecording> next = spool.closedAfter(done, AT_ONCE);
            if (next.isEmpty()) {
                return LOOK_AGAIN;
            }
            BlobStore store = null;
            for (ClosedRecording recording : next) {
                Duration wait = rules.wait(recording);
                if (wait.isPositive()) {
                    return wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN;
                }
                if (rules.wants(recording)) {
                    store = store == null ? place.open() : store;
                    copy(recording, store);
                }
                done = recording.number();
            }
        }
        return LOOK_AGAIN;
    }

    /** A recording that cannot be copied keeps no other from it; a store that takes nothing is a fault, and all wait. */
    private void copy(ClosedRecording recording, BlobStore store) {
        Optional<KeptRecording> kept = spool.find(recording.id());
        if (kept.isEmpty()) {
            return; // given up meanwhile
        }
        try {
            BlobKey key = BlobKey.recording(tenant, camera, recording.startedAt(), recording.id());
            BlobSpec spec = new BlobSpec(recording.bytes(), new Sha256(recording.sha256()), BlobSpec.MP4);
            if (!there(store, key, spec)) {
                store.put(key, kept.get().file(), spec);
                LOG.info("recording {} is copied to the secondary target, {} bytes", recording.id(), recording.bytes());
            }
        } catch (NoSuchFileException e) {
            LOG.debug("recording {} was given up while it was to be copied", recording.id());
        } catch (BlobCorrupt | IOException | IllegalArgumentException e) {
            LOG.warn("recording {} cannot be copied to the secondary target: {}", recording.id(), e.toString());
        }
    }

    private static boolean there(BlobStore store, BlobKey key, BlobSpec spec) {
        try {
            return store.find(key).filter(blob -> blob.sameContentAs(spec)).isPresent();
        } catch (BlobCorrupt damaged) {
            return false; // putting it again heals it
        }
    }

    /** Full jitter, so that the boxes of a site do not all fall on a disk that has just come back. */
    private Duration pause() {
        Duration most = FIRST_PAUSE.multipliedBy(1L << Math.min(faults++, 10));
        long nanos = (most.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : most).toNanos();
        return Duration.ofNanos(random.nextLong(nanos) + 1);
    }
}
