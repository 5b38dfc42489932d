package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_sha_final;
import static org.bytedeco.ffmpeg.global.avutil.av_sha_init;
import static org.bytedeco.ffmpeg.global.avutil.av_sha_size;
import static org.bytedeco.ffmpeg.global.avutil.av_sha_update;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.bytedeco.ffmpeg.avutil.AVSHA;
import org.bytedeco.javacpp.BytePointer;

/**
 * SHA-256 (FIPS 180-4) by libavutil, which the agent has in memory anyway. Java's own is fast only where its second compiler
 * runs; without it, as agents are started, it is a third as fast as this and would be the most work in all of recording.
 */
public final class NativeSha256 extends MessageDigest {
    private static final int BYTES = 32;
    private static final int PART_BYTES = 8192;

    // Memory of Java's, so that whoever forgets a digest in the middle leaks nothing.
    private final ByteBuffer memory = ByteBuffer.allocateDirect(av_sha_size());
    private final AVSHA state = new AVSHA(new BytePointer(memory));
    // The binding frees a wrong pointer when it is given a buffer on the heap that does not begin with its array.
    private final byte[] part = new byte[PART_BYTES];

    public NativeSha256() {
        super("SHA-256");
        engineReset();
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        engineUpdate(ByteBuffer.wrap(input, offset, length));
    }

    @Override
    protected void engineUpdate(ByteBuffer input) {
        while (input.hasRemaining()) {
            int length = Math.min(input.remaining(), part.length);
            input.get(part, 0, length);
            av_sha_update(state, part, length);
        }
    }

    @Override
    protected byte[] engineDigest() {
        byte[] digest = new byte[BYTES];
        av_sha_final(state, digest);
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        av_sha_init(state, BYTES * Byte.SIZE);
    }

    @Override
    protected int engineGetDigestLength() {
        return BYTES;
    }
}
