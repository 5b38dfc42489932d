package io.vedette.lab.clip;

import io.vedette.lab.clip.ClipForm.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/**
 * A soft hum of {@link #HERTZ} with a breath of wind, mono. Its units are as long as the form wants them and a minute may be no whole number of
 * them, so sound has a loop of its own, a little shorter than the picture's.
 */
public final class SoundTrackMaker {
    /** Of the hum. */
    public static final int HERTZ = 220;

    private SoundTrackMaker() {}

    static void write(Sound form, Path film, Path track, Duration loop) throws IOException {
        int units = (int) (loop.toMillis() * form.clockRate() / 1000 / form.unitTicks());
        switch (form) {
            case AAC -> encoded(form, "aac", "mp4", film, track, units);
            case OPUS -> encoded(form, "libopus", "mp4", film, track, units);
            case PCMU, PCMA, L16 -> uncompressed(form, track, units);
        }
    }

    private static void encoded(Sound form, String codec, String container, Path film, Path track, int units)
            throws IOException {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(film.toFile(), 1)) {
            recorder.setFormat(container);
            recorder.setAudioCodecName(codec);
            if (form == Sound.AAC) {
                recorder.setAudioOption("profile", "aac_low");
            }
            recorder.setAudioBitrate(32_000);
            recorder.setSampleRate(form.clockRate());
            recorder.start();
            Random wind = new Random(5);
            for (int unit = 0; unit < units; unit++) {
                recorder.recordSamples(FloatBuffer.wrap(samples(form, unit, wind)));
            }
        }
        // the encoder's flush adds silence at the end
        TrackCutter.cut(film, units - 1, track, form.clockRate(), form.unitTicks());
    }

    private static void uncompressed(Sound form, Path track, int units) throws IOException {
        Random wind = new Random(5);
        List<byte[]> packets = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            float[] samples = samples(form, unit, wind);
            ByteBuffer packet = ByteBuffer.allocate(samples.length * (form == Sound.L16 ? 2 : 1));
            for (float sample : samples) {
                int level = Math.round(sample * Short.MAX_VALUE);
                switch (form) {
                    case PCMU -> packet.put(Companding.mu(level));
                    case PCMA -> packet.put(Companding.a(level));
                    default -> packet.putShort((short) level);
                }
            }
            packets.add(packet.array());
        }
        TrackCutter.write(packets, track, form.clockRate(), form.unitTicks());
    }

    private static float[] samples(Sound form, int unit, Random wind) {
        float[] samples = new float[form.unitTicks()];
        float breath = 0;
        for (int i = 0; i < samples.length; i++) {
            double t = ((long) unit * samples.length + i) / (double) form.clockRate();
            breath += (wind.nextFloat() - 0.5f - breath) * 0.08f;
            samples[i] =
                    (float) (0.06 * Math.sin(2 * Math.PI * HERTZ * t) * (1 + 0.5 * Math.sin(2 * Math.PI * 0.5 * t)))
                            + breath * 0.1f;
        }
        return samples;
    }
}
