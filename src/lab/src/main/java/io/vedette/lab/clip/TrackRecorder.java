package io.vedette.lab.clip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Collects the units of one stream and writes the file that {@link Track} reads. */
final class TrackRecorder {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Boolean> keys = new ArrayList<>();

    void add(EncodedUnit unit) {
        data.writeBytes(unit.bytes());
        ends.add(data.size());
        keys.add(unit.key());
    }

    void write(Path path, int clockRate, int ticksPerUnit, List<byte[]> configuration) throws IOException {
        int configBytes = configuration.stream().mapToInt(c -> 4 + c.length).sum();
        int head = 20 + configBytes + 4 * ends.size();
        ByteBuffer out = ByteBuffer.allocate(head + data.size());
        out.putInt(Track.MAGIC).putInt(clockRate).putInt(ticksPerUnit).putInt(configuration.size());
        configuration.forEach(c -> out.putInt(c.length).put(c));
        out.putInt(ends.size());
        for (int i = 0; i < ends.size(); i++) {
            out.putInt((head + ends.get(i)) | (keys.get(i) ? Integer.MIN_VALUE : 0));
        }
        out.put(data.toByteArray()).flip();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (out.hasRemaining()) {
                channel.write(out);
            }
            channel.force(true);
        }
    }
}
