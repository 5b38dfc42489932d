package io.vedette.agent.spool;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small real recordings for tests of what keeps them. */
record Clips(ClipFragments clip) {
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
        return begin(spool).close(Duration.ofSeconds(2));
    }
}
