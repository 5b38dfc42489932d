package io.vedette.agent.spool;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A process that writes recordings until somebody kills it, saying each closed one aloud once it is closed. */
final class CrashingWriter {
    private CrashingWriter() {}

    public static void main(String[] args) throws Exception {
        Clock clock = Clock.systemUTC();
        ClipFragments clip = ClipFragments.ofGlimpse(60);
        try (Spool spool = Spool.open(Path.of(args[0]), clock)) {
            while (true) {
                RecordingDraft draft = new RecordingDraft(
                        RecordingId.fresh(), clock.instant(), clip.init().mime(), 1280, 720, Delivery.AT_ONCE);
                OpenRecording open = spool.begin(draft);
                open.append(clip.init().bytes());
                for (MediaFragment fragment : clip.fragments()) {
                    open.append(fragment.bytes());
                }
                open.close(Duration.ofSeconds(6), Optional.empty());
                System.out.println(draft.id());
            }
        }
    }
}
