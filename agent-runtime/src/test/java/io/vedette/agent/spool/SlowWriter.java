package io.vedette.agent.spool;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that writes one recording as fast as a camera would, for ever, and says how many milliseconds of video it has
 * handed over. Argument: home.
 */
final class SlowWriter {
    private SlowWriter() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ClipFragments clip = ClipFragments.ofGlimpse(60);
        CountDownLatch never = new CountDownLatch(1);
        try (Spool spool = Spool.open(Path.of(arguments[0]), Clock.systemUTC())) {
            System.out.println("open .");
            OpenRecording open =
                    spool.begin(new Clips(clip).draft(Clock.systemUTC().instant()));
            open.append(clip.init().bytes());
            long ms = 0;
            while (true) {
                for (MediaFragment fragment : clip.fragments()) {
                    long lasts = MediaFragment.videoTime(fragment.videoTicks()).toMillis();
                    if (never.await(lasts, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    open.append(fragment.bytes());
                    ms += lasts;
                    System.out.println("appended " + ms + " .");
                }
            }
        }
    }
}
