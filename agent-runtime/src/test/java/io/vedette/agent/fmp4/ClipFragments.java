package io.vedette.agent.fmp4;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipPlan;
import io.vedette.lab.clip.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The test clip's pictures and sound through the fragmenter, without a camera between. */
public record ClipFragments(InitSegment init, List<MediaFragment> fragments) {
    private static final byte[] START_CODE = {0, 0, 0, 1};

    /** The first so many pictures of the clip of six seconds, with their sound. */
    public static ClipFragments ofGlimpse(int pictures) throws IOException {
        ClipFolder clip = ClipFolder.ensure(Path.of("../src/lab/target/clips"), ClipPlan.glimpse());
        AacConfig sound = AacConfig.of(clip.sound().configuration(0)).orElseThrow();
        InitSegment init = new InitSegment(config(clip.main()), sound);
        Fragmenter fragmenter = new Fragmenter(VideoCodec.H264, sound);
        List<MediaFragment> fragments = new ArrayList<>();
        int heard = 0;
        for (int i = 0; i < pictures; i++) {
            long dts = i * 9000L;
            while (heard < clip.sound().size() && heard * 1024L * 90_000 / sound.sampleRate() <= dts) {
                fragmenter.audio(heard * 1024L, clip.sound().unit(heard));
                heard++;
            }
            fragmenter
                    .video(dts, 0, clip.main().isKey(i), annexB(clip.main().unit(i)))
                    .ifPresent(fragments::add);
        }
        fragmenter.finish().ifPresent(fragments::add);
        return new ClipFragments(init, fragments);
    }

    public static H264Config config(Track track) {
        ByteBuffer sets = ByteBuffer.allocate(1024);
        sets.put(START_CODE).put(track.configuration(0));
        sets.put(START_CODE).put(track.configuration(1)).flip();
        return H264Config.in(sets).orElseThrow();
    }

    /** The clip keeps lengths of four bytes; a start code of four bytes takes their place. */
    public static ByteBuffer annexB(ByteBuffer lengthPrefixed) {
        ByteBuffer out = ByteBuffer.allocate(lengthPrefixed.remaining());
        out.put(lengthPrefixed.duplicate()).flip();
        int at = 0;
        while (at < out.limit()) {
            int length = out.getInt(at);
            out.put(at, START_CODE);
            at += 4 + length;
        }
        return out;
    }
}
