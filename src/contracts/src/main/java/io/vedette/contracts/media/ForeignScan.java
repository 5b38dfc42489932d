package io.vedette.contracts.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * What a file of somebody else's holds, in fragments or in one piece (ISO/IEC 14496-12). It has to be whole: boxes from its first
 * byte to its last, none of a kind that does not belong into a film, with pictures of a coding that is played here. What can be
 * large is never read, and what is read has its limit before a byte of it is.
 */
public final class ForeignScan {
    private static final int MOST_HEADER_BYTES = 1 << 20;
    private static final int MOST_BOXES = 100_000;
    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;
    /** Beside moov, moof and mdat: said once of the whole, indexes, room that is kept free, and what others add. */
    private static final Set<String> AROUND = Set.of(
            "ftyp", "styp", "free", "skip", "wide", "sidx", "ssix", "prft", "emsg", "uuid", "mfra", "udta", "meta");

    private final FileChannel in;
    private final long length;
    private Optional<StreamDescription> description = Optional.empty();
    private long wholeTicks;
    private long fragmentTicks;
    private int fragments;
    private boolean untold;
    private boolean content;

    private ForeignScan(FileChannel in) throws IOException {
        this.in = in;
        this.length = in.size();
    }

    /** Empty for what is no such file. The duration is 0 where the file does not tell it; without fragments it has none. */
    public static Optional<FileScan> of(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ForeignScan(in).scan();
        }
    }

    private Optional<FileScan> scan() throws IOException {
        long at = 0;
        int boxes = 0;
        while (at < length) {
            if (length - at < HEADER || ++boxes > MOST_BOXES) {
                return Optional.empty();
            }
            ByteBuffer header = read(at, HEADER);
            String type = BoxReader.type(header, 4);
            long size = size(header, type, at);
            if (size < HEADER || size > length - at || (at == 0 && !type.equals("ftyp")) || !take(type, at, size)) {
                return Optional.empty();
            }
            at += size;
        }
        return content ? description.map(this::told) : Optional.empty();
    }

    private FileScan told(StreamDescription what) {
        long ticks = untold ? 0 : Math.max(fragmentTicks, fragments == 0 ? wholeTicks : 0);
        return new FileScan(length, fragments, Math.round(ticks * 1000.0 / what.timescale()), what);
    }

    /** 1 stands for a size of 64 bits behind the type, and 0 for all that follows; only content is so large. */
    private long size(ByteBuffer header, String type, long at) throws IOException {
        long size = Integer.toUnsignedLong(header.getInt(0));
        if (size > 1 || !type.equals("mdat")) {
            return size;
        }
        if (size == 0) {
            return length - at;
        }
        if (length - at < LARGE_HEADER) {
            return -1;
        }
        long large = read(at + HEADER, HEADER).getLong(0);
        return large < LARGE_HEADER ? -1 : large;
    }

    private boolean take(String type, long at, long size) throws IOException {
        return switch (type) {
            case "moov" -> description.isEmpty() && size <= MOST_HEADER_BYTES && describe(body(at, size));
            case "moof" -> description.isPresent() && size <= MOST_HEADER_BYTES && fragment(body(at, size));
            case "mdat" -> {
                content = true;
                yield true;
            }
            default -> AROUND.contains(type);
        };
    }

    private boolean describe(ByteBuffer moov) {
        description = StreamDescription.of(moov);
        description.ifPresent(what -> wholeTicks = what.wholeTicks(moov));
        return description.isPresent();
    }

    private boolean fragment(ByteBuffer moof) {
        long ticks = description.orElseThrow().videoTicks(moof);
        untold |= ticks < 0; // one that leaves the durations to defaults
        fragmentTicks += Math.max(0, ticks);
        fragments++;
        return true;
    }

    private ByteBuffer body(long at, long size) throws IOException {
        return read(at + HEADER, (int) size - HEADER);
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
