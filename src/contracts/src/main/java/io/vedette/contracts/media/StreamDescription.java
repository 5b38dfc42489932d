package io.vedette.contracts.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an initialisation segment says of its video track.
 *
 * @param timescale ticks of that track in a second
 * @param mime of the whole file, codecs of all tracks included
 */
public record StreamDescription(int videoTrack, long timescale, int width, int height, String mime) {

    /** What tells a coding of pictures from another in a file: sample entry, its box, how much of it must be there. */
    private enum Pictures {
        H264("avc1", "avcC", 4, CodecName::h264),
        H265("hvc1", "hvcC", 13, CodecName::h265);

        private final String entry;
        private final String box;
        private final int least;
        private final Function<byte[], String> codec;

        Pictures(String entry, String box, int least, Function<byte[], String> codec) {
            this.entry = entry;
            this.box = box;
            this.least = least;
            this.codec = codec;
        }

        static Optional<Pictures> of(String entry) {
            return Arrays.stream(values())
                    .filter(one -> one.entry.equals(entry))
                    .findFirst();
        }
    }

    private static final Map<String, String> SOUND = Map.of("mp4a", ",mp4a.40.2", "Opus", ",opus");

    /** Reads the body of a moov box; empty when it describes no pictures that we write. */
    public static Optional<StreamDescription> of(ByteBuffer moov) {
        Optional<StreamDescription> video = Optional.empty();
        String sound = "";
        for (BoxReader.Box trak : BoxReader.children(moov)) {
            if (!trak.type().equals("trak")) {
                continue;
            }
            Optional<BoxReader.Box> entries = trak.at("mdia", "minf", "stbl", "stsd");
            if (entries.isEmpty() || entries.get().body().remaining() < 16) {
                continue;
            }
            List<BoxReader.Box> kinds = BoxReader.children(
                    entries.get().body().slice(8, entries.get().body().remaining() - 8));
            for (BoxReader.Box kind : kinds) {
                sound = SOUND.getOrDefault(kind.type(), sound);
                Optional<Pictures> pictures = Pictures.of(kind.type());
                if (pictures.isPresent()) {
                    video = video(trak, kind, pictures.get());
                    break; // we write one; a stranger may have thousands
                }
            }
        }
        String suffix = sound + "\"";
        return video.map(v -> new StreamDescription(v.videoTrack, v.timescale, v.width, v.height, v.mime + suffix));
    }

    private static Optional<StreamDescription> video(BoxReader.Box trak, BoxReader.Box sampleEntry, Pictures pictures) {
        Optional<ByteBuffer> tkhd = trak.at("tkhd").map(BoxReader.Box::body);
        Optional<ByteBuffer> mdhd = trak.at("mdia", "mdhd").map(BoxReader.Box::body);
        ByteBuffer entry = sampleEntry.body();
        if (tkhd.isEmpty()
                || mdhd.isEmpty()
                || tkhd.get().remaining() < 24
                || mdhd.get().remaining() < 24) {
            return Optional.empty();
        }
        if (entry.remaining() < 78 + 8 + pictures.least) {
            return Optional.empty();
        }
        Optional<ByteBuffer> configuration = BoxReader.children(entry.slice(78, entry.remaining() - 78)).stream()
                .filter(box -> box.type().equals(pictures.box) && box.body().remaining() >= pictures.least)
                .map(BoxReader.Box::body)
                .findFirst();
        // Version 0 boxes have 32-bit times, version 1 boxes 64-bit ones, before the number we want.
        int track = tkhd.get().getInt(tkhd.get().get(0) == 1 ? 20 : 12);
        long timescale = Integer.toUnsignedLong(mdhd.get().getInt(mdhd.get().get(0) == 1 ? 20 : 12));
        int width = Short.toUnsignedInt(entry.getShort(24));
        int height = Short.toUnsignedInt(entry.getShort(26));
        if (configuration.isEmpty() || timescale == 0 || width == 0 || height == 0) {
            return Optional.empty();
        }
        byte[] first = new byte[pictures.least];
        configuration.get().get(0, first);
        String mime = "video/mp4; codecs=\"" + pictures.codec.apply(first);
        return Optional.of(new StreamDescription(track, timescale, width, height, mime));
    }

    /** How long the video track says it is in all, in its ticks; 0 in a file of fragments, and where it does not say. */
    long wholeTicks(ByteBuffer moov) {
        for (BoxReader.Box trak : BoxReader.children(moov)) {
            Optional<ByteBuffer> tkhd =
                    trak.type().equals("trak") ? trak.child("tkhd").map(BoxReader.Box::body) : Optional.empty();
            Optional<ByteBuffer> mdhd = trak.at("mdia", "mdhd").map(BoxReader.Box::body);
            if (tkhd.isEmpty()
                    || mdhd.isEmpty()
                    || tkhd.get().remaining() < 24
                    || mdhd.get().remaining() < 24) {
                continue;
            }
            if (tkhd.get().getInt(tkhd.get().get(0) == 1 ? 20 : 12) == videoTrack) {
                ByteBuffer header = mdhd.get();
                boolean large = header.get(0) == 1;
                return large && header.remaining() < 32
                        ? 0
                        : large ? Math.max(0, header.getLong(24)) : Integer.toUnsignedLong(header.getInt(16));
            }
        }
        return 0;
    }

    /** Sum of the video samples' durations in one moof body; 0 when it holds sound only, negative when it is damaged. */
    long videoTicks(ByteBuffer moof) {
        long ticks = 0;
        boolean any = false;
        for (BoxReader.Box traf : BoxReader.children(moof)) {
            if (!traf.type().equals("traf")) {
                continue;
            }
            Optional<ByteBuffer> tfhd = traf.child("tfhd").map(BoxReader.Box::body);
            Optional<ByteBuffer> trun = traf.child("trun").map(BoxReader.Box::body);
            if (tfhd.isEmpty() || trun.isEmpty() || tfhd.get().remaining() < 8) {
                return -1;
            }
            any = true;
            if (tfhd.get().getInt(4) == videoTrack) {
                long sum = durations(trun.get());
                if (sum < 0) {
                    return -1;
                }
                ticks += sum;
            }
        }
        return any ? ticks : -1;
    }

    /** ISO/IEC 14496-12, section 8.8.8: only the fields the flags announce are there, in this order. */
    private static long durations(ByteBuffer trun) {
        if (trun.remaining() < 8) {
            return -1;
        }
        int flags = trun.getInt(0) & 0xffffff;
        long count = Integer.toUnsignedLong(trun.getInt(4));
        int first = 8 + ((flags & 0x1) != 0 ? 4 : 0) + ((flags & 0x4) != 0 ? 4 : 0);
        int each = 4 * Integer.bitCount(flags & 0xf00);
        if ((flags & 0x100) == 0 || first + count * each > trun.remaining()) {
            return -1;
        }
        long ticks = 0;
        for (int i = 0; i < count; i++) {
            ticks += Integer.toUnsignedLong(trun.getInt(first + i * each));
        }
        return ticks;
    }
}
