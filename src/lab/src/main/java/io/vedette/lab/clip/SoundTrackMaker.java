package io.vedette.lab.clip;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/**
 * A soft hum with a breath of wind as AAC-LC, 16 kHz, mono. Its units are 64 ms long and a minute is no whole number of them, so
 * sound has a loop of its own, a little shorter than the picture's.
 */
final class AudioTrackMaker {
    private static final int RATE = 16_000;
    private static final int SAMPLES = 1024;

    private AudioTrackMaker() {}

    static void write(Path film, Path track, Duration loop) throws IOException {
        int units = (int) (loop.toMillis() * RATE / 1000 / SAMPLES);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(film.toFile(), 1)) {
            recorder.setFormat("mp4");
            recorder.setAudioCodecName("aac");
            recorder.setAudioOption("profile", "aac_low");
            recorder.setAudioBitrate(32_000);
            recorder.setSampleRate(RATE);
            recorder.start();
            Random wind = new Random(5);
            for (int unit = 0; unit < units; unit++) {
                recorder.recordSamples(FloatBuffer.wrap(samples(unit, wind)));
            }
        }
        TrackCutter.cut(film, units - 1, track, RATE, SAMPLES); // the encoder's flush adds silence at the end
    }

    private static float[] samples(int unit, Random wind) {
        float[] samples = new float[SAMPLES];
        float breath = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double t = ((long) unit * SAMPLES + i) / (double) RATE;
            breath += (wind.nextFloat() - 0.5f - breath) * 0.08f;
            samples[i] = (float) (0.06 * Math.sin(2 * Math.PI * 220 * t) * (1 + 0.5 * Math.sin(2 * Math.PI * 0.5 * t)))
                    + breath * 0.1f;
        }
        return samples;
    }
}
