package io.vedette.agent.spool;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.MotionMarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Small real recordings for tests of what keeps them. */
record Clips(ClipFragments clip) {
    /** It moved in the second second, in the cell at the top left. */
    static final MotionMarks MOVED = MotionMarks.of(BitSet.valueOf(new long[] {2}), heat(), 200);

    private static byte[] heat() {
        byte[] heat = new byte[MotionMarks.CELLS];
        heat[0] = (byte) 200;
        return heat;
    }

    /** Two seconds each. */
    static Clips small() {
        return of(20);
    }

    /** One fragment each, where many are made in little time. */
    static Clips tiny() {
        return of(3);
    }

    private static Clips of(int pictures) {
        try {
            return new Clips(ClipFragments.ofGlimpse(pictures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordingDraft draft(Instant at) {
        return new RecordingDraft(RecordingId.fresh(), at, clip.init().mime(), 1280, 720, Delivery.ON_DEMAND);
    }

    /** The initialisation segment, then whole fragments. */
    List<ByteBuffer> parts() {
        List<ByteBuffer> parts = new ArrayList<>();
        parts.add(clip.init().bytes());
        clip.fragments().stream().map(MediaFragment::bytes).forEach(parts::add);
        return parts;
    }

    OpenRecording begin(Spool spool) {
        OpenRecording open = spool.begin(draft(Clock.systemUTC().instant()));
        parts().forEach(open::append);
        return open;
    }

    RecordingClosed keep(Spool spool) {
        return begin(spool).close(Duration.ofSeconds(2), Optional.of(MOVED));
    }
}
