package io.vedette.vault.contract;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Random;

/** Keys and bodies for the contract. */
public final class Bodies {
    public static final TenantId ACME = TenantId.of("01940000-0000-7000-8000-00000000ac3e");
    public static final TenantId GLOBEX = TenantId.of("01940000-0000-7000-8000-0000000610be");
    public static final CameraId GATE = CameraId.of("01940000-0000-7000-8000-00000000aaaa");
    public static final CameraId YARD = CameraId.of("01940000-0000-7000-8000-00000000bbbb");
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Bodies() {}

    public static BlobKey fresh() {
        return BlobKey.recording(ACME, GATE, NOON, RecordingId.fresh());
    }

    /** Bytes that look like nothing and are the same in every run. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    public static BlobSpec spec(byte[] content) {
        return new BlobSpec(content.length, Sha256.of(content), BlobSpec.MP4);
    }

    public static InputStream body(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    /** Gives its bytes, then breaks as a cut connection does. */
    public static InputStream breakingAfter(byte[] content, int count) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == count) {
                    throw new IOException("connection reset");
                }
                return content[at++] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (at == count) {
                    throw new IOException("connection reset");
                }
                int some = Math.min(length, count - at);
                System.arraycopy(content, at, buffer, offset, some);
                at += some;
                return some;
            }
        };
    }
}
