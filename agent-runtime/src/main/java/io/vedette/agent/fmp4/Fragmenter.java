package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Packs encoded pictures and sound into fragments of about 250 ms (ISO/IEC 14496-12, section 8.8). Each key frame begins a
 * fragment. The very first one is of a single picture, so that a camera that has come back is recorded and seen at once. Durations are exact, since a sample's is known when the next one of its track arrives: so one picture and one
 * piece of sound are always held back. One thread; decode times must rise strictly per track.
 */
public final class Fragmenter {
    private static final long SPAN = InitSegment.VIDEO_TIMESCALE / 4;
    // One live message has 4 MiB at most; a fragment that would not fit is ended early, a picture that does not is
    // refused.
    private static final int MOST_BYTES = 3 << 20;
    /** Of a quarter of a second, with room to spare. */
    private static final int SOUND_AND_BOXES = 8192;

    private static final long NEVER = Long.MIN_VALUE;
    private static final int SYNC = 0x02000000;
    private static final int NO_SYNC = 0x01010000;

    private record Sample(long dts, int composition, boolean key, byte[] bytes) {}

    private record Run(List<Sample> samples, long end) {}

    private final List<Sample> pictures = new ArrayList<>();
    private final Deque<Sample> sound = new ArrayDeque<>();
    private final VideoCodec codec;
    private final int audioTimescale;
    private final int audioFrame;
    private int pictureBytes;
    private int sequence;
    private long newestDts = NEVER;
    private long step = InitSegment.VIDEO_TIMESCALE / 15;

    /** @param sound null when there is none */
    public Fragmenter(VideoCodec codec, @Nullable AudioConfig sound) {
        this.codec = codec;
        this.audioTimescale = sound == null ? 0 : sound.sampleRate();
        this.audioFrame = sound == null ? 0 : sound.frameTicks();
    }

    /**
     * Takes one picture, in decode order.
     *
     * @param composition presentation minus decode time, in ticks
     * @param annexB borrowed for this call
     * @return the fragment that ends before this picture, if one does
     * @throws IllegalArgumentException for a picture of more than 3 MiB
     */
    public Optional<MediaFragment> video(long dts, int composition, boolean key, ByteBuffer annexB) {
        byte[] bytes = lengthPrefixed(annexB);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a picture of " + bytes.length + " bytes is too large");
        }
        Optional<MediaFragment> done = Optional.empty();
        long span = sequence == 0 ? 0 : SPAN;
        if (!pictures.isEmpty()
                && (key || dts - pictures.getFirst().dts >= span || pictureBytes + bytes.length > MOST_BYTES)) {
            done = Optional.of(write(dts));
        }
        step = newestDts == NEVER ? step : dts - newestDts;
        newestDts = dts;
        pictures.add(new Sample(dts, composition, key, bytes));
        pictureBytes += bytes.length;
        return done;
    }

    /** Takes one frame of sound, AAC without ADTS header. Sound that would wait for pictures too long is dropped. */
    public void audio(long dts, ByteBuffer frame) {
        if (audioTimescale == 0 || !frame.hasRemaining() || frame.remaining() > 8192) {
            return;
        }
        if (sound.size() >= 512) {
            sound.removeFirst();
        }
        byte[] bytes = new byte[frame.remaining()];
        frame.get(frame.position(), bytes);
        sound.add(new Sample(dts, 0, true, bytes));
    }

    /** What is left when the stream ends; the last picture gets the length of the one before it. */
    public Optional<MediaFragment> finish() {
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(write(newestDts + step));
    }

    private MediaFragment write(long videoEnd) {
        Run video = new Run(List.copyOf(pictures), videoEnd);
        BoxWriter out = new BoxWriter(pictureBytes + SOUND_AND_BOXES);
        pictures.clear();
        pictureBytes = 0;
        Run audio = soundUntil(videoEnd);

        out.begin("moof").begin("mfhd", 0, 0).u32(++sequence).end();
        int videoTimeAt = beginTrack(out, InitSegment.VIDEO, video.samples.getFirst().dts);
        int videoDataAt = videoRun(out, video);
        int audioTimeAt = -1;
        int audioDataAt = -1;
        long audioStart = 0;
        if (audio != null) {
            audioStart = audio.samples.getFirst().dts;
            audioTimeAt = beginTrack(out, InitSegment.AUDIO, audioStart);
            audioDataAt = audioRun(out, audio);
        }
        out.end();
        int headerSize = out.position();
        out.setU32(videoDataAt, headerSize + 8);
        if (audio != null) {
            int videoSize = video.samples.stream().mapToInt(s -> s.bytes.length).sum();
            out.setU32(audioDataAt, headerSize + 8 + videoSize);
        }
        out.begin("mdat");
        video.samples.forEach(s -> out.bytes(s.bytes));
        if (audio != null) {
            audio.samples.forEach(s -> out.bytes(s.bytes));
        }
        return new MediaFragment(
                out.end().toBytes(),
                headerSize,
                video.samples.getFirst().key,
                video.samples.getFirst().dts,
                videoEnd - video.samples.getFirst().dts,
                videoTimeAt,
                audioStart,
                audioTimeAt);
    }

    /** The sound that begins before that picture time and whose length is known; null when there is none. */
    private @Nullable Run soundUntil(long videoEnd) {
        long until = videoEnd * audioTimescale / InitSegment.VIDEO_TIMESCALE;
        List<Sample> run = new ArrayList<>();
        while (sound.size() > 1 && sound.getFirst().dts < until) {
            Sample sample = sound.removeFirst();
            run.add(sample);
            if (sound.getFirst().dts - sample.dts > 4 * audioFrame) {
                return new Run(run, sample.dts + audioFrame); // silence cannot be told within one run
            }
        }
        return run.isEmpty() ? null : new Run(run, sound.getFirst().dts);
    }

    /** Opens a traf and returns where its decode time stands (default-base-is-moof, section 8.8.7; tfdt, 8.8.12). */
    private static int beginTrack(BoxWriter out, int track, long start) {
        out.begin("traf").begin("tfhd", 0, 0x020000).u32(track).end();
        out.begin("tfdt", 1, 0);
        int at = out.position();
        out.u64(start).end();
        return at;
    }

    /** Writes the trun (section 8.8.8), ends the traf, and returns where the data offset stands. */
    private static int videoRun(BoxWriter out, Run run) {
        out.begin("trun", 1, 0xf01).u32(run.samples.size());
        int at = out.position();
        out.u32(0);
        for (int i = 0; i < run.samples.size(); i++) {
            Sample sample = run.samples.get(i);
            out.u32((int) (after(run, i) - sample.dts)).u32(sample.bytes.length);
            out.u32(sample.key ? SYNC : NO_SYNC).u32(sample.composition);
        }
        out.end().end();
        return at;
    }

    private static int audioRun(BoxWriter out, Run run) {
        out.begin("trun", 0, 0x301).u32(run.samples.size());
        int at = out.position();
        out.u32(0);
        for (int i = 0; i < run.samples.size(); i++) {
            Sample sample = run.samples.get(i);
            out.u32((int) (after(run, i) - sample.dts)).u32(sample.bytes.length);
        }
        out.end().end();
        return at;
    }

    private static long after(Run run, int i) {
        return i + 1 < run.samples.size() ? run.samples.get(i + 1).dts : run.end;
    }

    private byte[] lengthPrefixed(ByteBuffer annexB) {
        List<ByteBuffer> units = new ArrayList<>();
        AnnexB.units(annexB, unit -> {
            if (codec.belongsToSamples(unit)) {
                units.add(unit);
            }
        });
        int size = units.stream()
                .mapToInt(unit -> Integer.BYTES + unit.remaining())
                .sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        units.forEach(unit -> out.putInt(unit.remaining()).put(unit));
        return out.array();
    }
}
