package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A soft hum with a breath of wind as AAC-LC, 16 kHz, mono. Its units are 64 ms long and a minute is no whole number of them, so
 * sound has a loop of its own, a little shorter than the picture's.
 */
final class AudioTrackMaker {
    static final int RATE = 16_000;
    static final int SAMPLES = 1024;

    private AudioTrackMaker() {}

    static void write(Path path, Duration loop) throws IOException {
        int units = (int) (loop.toMillis() * RATE / 1000 / SAMPLES);
        TrackRecorder recorder = new TrackRecorder();
        try (Encoder encoder = Encoder.open("aac", (c, options) -> {
            c.sample_rate(RATE).bit_rate(32_000).sample_fmt(AV_SAMPLE_FMT_FLTP).profile(AV_PROFILE_AAC_LOW);
            av_channel_layout_default(c.ch_layout(), 1);
            c.time_base().num(1).den(RATE);
        })) {
            AVFrame frame = av_frame_alloc();
            frame.nb_samples(SAMPLES).format(AV_SAMPLE_FMT_FLTP).sample_rate(RATE);
            av_channel_layout_default(frame.ch_layout(), 1);
            av_frame_get_buffer(frame, 0);
            Random wind = new Random(5);
            for (int unit = 0; unit < units; unit++) {
                av_frame_make_writable(frame);
                new FloatPointer(frame.data(0)).put(samples(unit, wind), 0, SAMPLES);
                frame.pts((long) unit * SAMPLES);
                encoder.encode(frame).forEach(recorder::add);
            }
            av_frame_free(frame);
            recorder.write(path, RATE, SAMPLES, List.of(encoder.extradata()));
        }
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
