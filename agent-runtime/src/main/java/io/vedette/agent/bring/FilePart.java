package io.vedette.agent.bring;

import io.vedette.agent.wire.RequestBody;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file, read piece by piece as fast as the network of the site takes it. */
record FilePart(FileChannel file, long from, long length) implements RequestBody {
    private static final int PIECE = 64 * 1024;

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(1, length)));
        for (long at = 0; at < length; at += piece.position()) {
            piece.clear().limit((int) Math.min(piece.capacity(), length - at));
            if (file.read(piece, from + at) <= 0) {
                throw new EOFException("the file became shorter");
            }
            out.write(piece.array(), 0, piece.position());
        }
    }
}
