package io.vedette.contracts.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a recording's file holds in whole fragments; what a crash left behind them does not count.
 *
 * @param wholeBytes length of the file up to the end of its last whole fragment
 * @param fragments number of whole fragments
 * @param durationMs of the video in them
 */
public record FileScan(long wholeBytes, int fragments, long durationMs, StreamDescription description) {
    // A moov of ours has about 1 KB, a moof of 250 ms well below 1 KB.
    private static final int MOST_HEADER_BYTES = 1 << 20;

    /** Empty when the file has no whole initialisation segment followed by one whole fragment. */
    public static Optional<FileScan> of(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return new Walk(in).scan();
        }
    }

    private static final class Walk {
        private final FileChannel in;
        private final long length;

        private Optional<StreamDescription> description = Optional.empty();
        private long wholeBytes;
        private int fragments;
        private long ticks;
        private long pendingTicks = -1;

        Walk(FileChannel in) throws IOException {
            this.in = in;
            this.length = in.size();
        }

        Optional<FileScan> scan() throws IOException {
            long at = 0;
            while (at + 8 <= length) {
                ByteBuffer header = read(at, 8);
                long size = Integer.toUnsignedLong(header.getInt(0));
                if (size < 8 || at + size > length || !take(BoxReader.type(header, 4), at, size)) {
                    break;
                }
                at += size;
            }
            if (fragments == 0) {
                return Optional.empty();
            }
            return description.map(
                    what -> new FileScan(wholeBytes, fragments, Math.round(ticks * 1000.0 / what.timescale()), what));
        }

        /** False when nothing behind this box can be believed. */
        private boolean take(String type, long at, long size) throws IOException {
            switch (type) {
                case "moov" -> {
                    if (size > MOST_HEADER_BYTES || description.isPresent()) {
                        return false;
                    }
                    description = StreamDescription.of(read(at + 8, (int) size - 8));
                    return description.isPresent();
                }
                case "moof" -> {
                    if (size > MOST_HEADER_BYTES || description.isEmpty()) {
                        return false;
                    }
                    pendingTicks = description.get().videoTicks(read(at + 8, (int) size - 8));
                    return pendingTicks >= 0;
                }
                case "mdat" -> {
                    if (pendingTicks < 0) {
                        return false;
                    }
                    ticks += pendingTicks;
                    pendingTicks = -1;
                    fragments++;
                    wholeBytes = at + size;
                    return true;
                }
                case "ftyp" -> {
                    return at == 0;
                }
                default -> {
                    return false; // no box that we write
                }
            }
        }

        private ByteBuffer read(long at, int size) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            while (bytes.hasRemaining()) {
                if (in.read(bytes, at + bytes.position()) < 0) {
                    throw new IOException("the file shrank while it was read");
                }
            }
            return bytes.flip();
        }
    }
}
