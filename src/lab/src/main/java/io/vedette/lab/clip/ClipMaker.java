package io.vedette.lab.clip;

import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Draws and encodes a plan into an empty folder. */
final class ClipMaker {
    private ClipMaker() {}

    static void make(ClipPlan plan, Path folder) throws IOException {
        try (VideoTrackMaker main =
                        new VideoTrackMaker(plan, ClipPlan.WIDTH, ClipPlan.HEIGHT, plan.mainBitsPerSecond(), 2.5);
                VideoTrackMaker sub = new VideoTrackMaker(plan, ClipPlan.WIDTH / 2, ClipPlan.HEIGHT / 2, 300_000, 2)) {
            for (int frame = 0; frame < plan.frames(); frame++) {
                Duration position = ClipPlan.FRAME.multipliedBy(frame);
                main.add(position);
                sub.add(position);
            }
            main.write(folder.resolve(ClipFolder.MAIN));
            sub.write(folder.resolve(ClipFolder.SUB));
        }
        AudioTrackMaker.write(folder.resolve(ClipFolder.SOUND), plan.loop());
        String truth = LinkCodec.json().writerWithDefaultPrettyPrinter().writeValueAsString(ClipTruth.of(plan));
        Files.writeString(folder.resolve(ClipFolder.TRUTH), truth + "\n");
    }
}
