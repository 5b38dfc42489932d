package io.vedette.contracts.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks boxes in memory (ISO/IEC 14496-12, section 4.2). A box that claims more than its surroundings hold ends the walk.
 */
public final class BoxReader {
    private BoxReader() {}

    /** @param body the box's content, without its header; a view */
    public record Box(String type, ByteBuffer body) {
        public List<Box> children() {
            return BoxReader.children(body);
        }

        public Optional<Box> child(String wanted) {
            return children().stream().filter(box -> box.type.equals(wanted)).findFirst();
        }

        /** Follows a path of types downwards. */
        public Optional<Box> at(String... path) {
            Optional<Box> here = Optional.of(this);
            for (String step : path) {
                here = here.flatMap(box -> box.child(step));
            }
            return here;
        }
    }

    public static List<Box> children(ByteBuffer content) {
        List<Box> found = new ArrayList<>();
        ByteBuffer in = content.slice();
        while (in.remaining() >= 8) {
            int start = in.position();
            long size = Integer.toUnsignedLong(in.getInt(start));
            if (size < 8 || size > in.remaining()) {
                break;
            }
            found.add(new Box(type(in, start + 4), in.slice(start + 8, (int) size - 8)));
            in.position(start + (int) size);
        }
        return found;
    }

    static String type(ByteBuffer in, int at) {
        byte[] four = new byte[4];
        in.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
