package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;

import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.javacv.FFmpegLogCallback;

/** Draws and encodes a plan into an empty folder. */
final class ClipMaker {
    private static final int SUB_WIDTH = 640;
    private static final int SUB_HEIGHT = 360;

    private ClipMaker() {}

    static void make(ClipPlan plan, Path folder) throws IOException {
        FFmpegLogCallback.setLevel(AV_LOG_FATAL); // openh264 warns of a rate that it then holds
        Path films = Files.createDirectory(folder.resolve("films"));
        Path main = films.resolve("main.mp4");
        Path sub = films.resolve("sub.mp4");
        Path sound = films.resolve("sound.mp4");
        film(plan, main, sub);
        VideoTrackMaker.cut(plan, main, folder.resolve(ClipFolder.MAIN));
        VideoTrackMaker.cut(plan, sub, folder.resolve(ClipFolder.SUB));
        SoundTrackMaker.write(plan.form().sound(), sound, folder.resolve(ClipFolder.SOUND), plan.loop());
        for (Path done : List.of(main, sub, sound, films)) {
            Files.deleteIfExists(done);
        }
        String truth = LinkCodec.json().writerWithDefaultPrettyPrinter().writeValueAsString(ClipTruth.of(plan));
        Files.writeString(folder.resolve(ClipFolder.TRUTH), truth + "\n");
    }

    private static void film(ClipPlan plan, Path main, Path sub) throws IOException {
        ClipForm.Raster raster = plan.form().raster();
        int width = raster.width();
        int height = raster.height();
        try (VideoTrackMaker large = new VideoTrackMaker(plan, width, height, plan.mainBitsPerSecond(), 2.5, main);
                VideoTrackMaker small = new VideoTrackMaker(plan, SUB_WIDTH, SUB_HEIGHT, 300_000, 2, sub)) {
            for (int frame = 0; frame < plan.frames(); frame++) {
                Duration position = plan.positionOf(frame);
                large.add(position);
                small.add(position);
            }
        }
    }
}
