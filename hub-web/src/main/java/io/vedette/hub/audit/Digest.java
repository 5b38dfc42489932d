package io.vedette.hub.audit;

import java.util.HexFormat;

/** A hash of the chain, as 64 hexadecimal digits. */
public record Digest(String hex) {
    static final Digest NONE = new Digest("0".repeat(64));

    public Digest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
        }
    }

    Digest(byte[] bytes) {
        this(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
