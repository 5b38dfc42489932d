package io.vedette.vault;

/**
 * How a blob is cut into parts that others send: all of one length but the last, counted from 1. Lengths and offsets in bytes.
 *
 * @param bytes of the whole blob, at least one
 */
public record PartPlan(long bytes, int partBytes) {
    public PartPlan {
        if (bytes < 1 || partBytes < 1) {
            throw new IllegalArgumentException("a part has a byte at least");
        }
    }

    public int count() {
        return Math.toIntExact(Math.ceilDiv(bytes, partBytes));
    }

    public boolean has(int number) {
        return number >= 1 && number <= count();
    }

    public long offset(int number) {
        requireOurs(number);
        return (long) partBytes * (number - 1);
    }

    public long length(int number) {
        return Math.min(partBytes, bytes - offset(number));
    }

    private void requireOurs(int number) {
        if (!has(number)) {
            throw new IllegalArgumentException("there is no part " + number + " of " + count());
        }
    }
}
