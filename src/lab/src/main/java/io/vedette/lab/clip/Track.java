package io.vedette.lab.clip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * One elementary stream of a clip, cut into access units. Read only, safe for several threads; the file stays mapped.
 *
 * <p>H.264: a unit is its NAL units, each after a length of four bytes; configuration 0 is the SPS, 1 the PPS, both bare.
 * H.265: the same with VPS, SPS and PPS. AAC: a unit is a raw data block; configuration 0 is the AudioSpecificConfig. Opus: a
 * unit is a packet, configuration 0 is FFmpeg's and of no use here. G.711 and L16: a unit is 160 or 320 samples, without configuration. Unit {@code n} begins {@code n * ticksPerUnit()}
 * ticks after the start of the loop.
 */
public final class Track {
    static final int MAGIC = 0x56454454;

    private final ByteBuffer file;
    private final int clockRate;
    private final int ticksPerUnit;
    private final List<byte[]> configuration;
    private final int units;
    private final int index;

    private Track(ByteBuffer file) throws IOException {
        ByteBuffer head = file.duplicate();
        if (head.remaining() < 16 || head.getInt() != MAGIC) {
            throw new IOException("no track of a clip");
        }
        this.file = file;
        this.clockRate = head.getInt();
        this.ticksPerUnit = head.getInt();
        List<byte[]> configs = new ArrayList<>();
        for (int left = head.getInt(); left > 0; left--) {
            byte[] config = new byte[head.getInt()];
            head.get(config);
            configs.add(config);
        }
        this.configuration = List.copyOf(configs);
        this.units = head.getInt();
        this.index = head.position();
    }

    static Track open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new Track(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** Ticks per second of the media clock. */
    public int clockRate() {
        return clockRate;
    }

    public int ticksPerUnit() {
        return ticksPerUnit;
    }

    public int size() {
        return units;
    }

    public byte[] configuration(int number) {
        return configuration.get(number).clone();
    }

    /** Whether decoding can begin at this unit; always true for audio. */
    public boolean isKey(int unit) {
        return entry(unit) < 0;
    }

    /** The bytes of a unit, a view that is the caller's own. */
    public ByteBuffer unit(int unit) {
        int from = unit == 0 ? index + 4 * units : end(unit - 1);
        return file.slice(from, end(unit) - from);
    }

    /** The sum of all units. */
    public long bytes() {
        return end(units - 1) - (index + 4L * units);
    }

    private int end(int unit) {
        return entry(unit) & Integer.MAX_VALUE;
    }

    /** Where the unit ends in the file; the sign bit marks a key unit. */
    private int entry(int unit) {
        return file.getInt(index + 4 * unit);
    }
}
