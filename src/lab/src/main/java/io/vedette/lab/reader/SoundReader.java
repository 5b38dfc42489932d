package io.vedette.lab.reader;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** Listens to a recording as a stranger would, through JavaCV. */
public final class SoundReader {
    private SoundReader() {}

    /**
     * How much of the first channel's energy is a tone (Goertzel's algorithm, over tenths of a second): near 1 for a hum that came through
     * whole, near 0 for noise.
     *
     * @throws MediaFault when the file cannot be read or holds no sound
     */
    public static double share(Path file, int hertz) throws MediaFault {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.setSampleMode(FrameGrabber.SampleMode.FLOAT);
            grabber.start();
            if (!grabber.hasAudio()) {
                throw new MediaFault("has no sound", 0);
            }
            Tone tone = new Tone(hertz, grabber.getSampleRate());
            for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
                FloatBuffer samples = (FloatBuffer) frame.samples[0];
                for (int i = samples.position(); i < samples.limit(); i += grabber.getAudioChannels()) {
                    tone.hear(samples.get(i));
                }
            }
            return tone.share();
        } catch (FrameGrabber.Exception e) {
            throw new MediaFault("cannot be read", e);
        }
    }

    private static final class Tone {
        private final double turn;
        private final int window;
        private double before;
        private double last;
        private int heard;
        private double loudness;
        private double tonal;
        private double all;

        Tone(int hertz, int sampleRate) {
            this.turn = 2 * Math.cos(2 * Math.PI * hertz / sampleRate);
            this.window = sampleRate / 10;
        }

        void hear(float sample) {
            double next = sample + turn * last - before;
            before = last;
            last = next;
            loudness += sample * sample;
            if (++heard == window) {
                tonal += (last * last + before * before - turn * last * before) * 2 / window;
                all += loudness;
                before = 0;
                last = 0;
                heard = 0;
                loudness = 0;
            }
        }

        double share() {
            return all == 0 ? 0 : tonal / all;
        }
    }
}
