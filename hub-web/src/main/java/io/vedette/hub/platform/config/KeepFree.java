package io.vedette.hub.platform.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a disk is to stay free. */
public sealed interface KeepFree {
    Pattern WRITTEN = Pattern.compile("([0-9]{1,15})\\s?(%|B|KB|MB|GB|TB)?");
    Map<String, Long> UNITS =
            Map.of("B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);
    int MOST_PERCENT = 90;

    /** Of the whole disk. */
    record Share(int percent) implements KeepFree {
        public Share {
            if (percent < 1 || percent > MOST_PERCENT) {
                throw new IllegalArgumentException("a share is 1% to 90%");
            }
        }
    }

    record Bytes(long bytes) implements KeepFree {
        public Bytes {
            if (bytes < 1) {
                throw new IllegalArgumentException("at least a byte");
            }
        }
    }

    /** From "10%", "50 GB" or a number of bytes; units are decimal. {@link IllegalArgumentException} for anything else. */
    static KeepFree of(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            throw new IllegalArgumentException("is neither a percentage nor a number of bytes");
        }
        long number = Long.parseLong(written.group(1));
        String unit = written.group(2);
        if ("%".equals(unit)) {
            return new Share((int) Math.min(number, Integer.MAX_VALUE));
        }
        try {
            return new Bytes(Math.multiplyExact(number, UNITS.getOrDefault(unit == null ? "B" : unit, 1L)));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("is more than there can be", e);
        }
    }

    /**
     * In bytes.
     *
     * @param total of the disk, in bytes
     */
    default long of(long total) {
        return switch (this) {
            case Share share -> total / 100 * share.percent();
            case Bytes bytes -> bytes.bytes();
        };
    }
}
