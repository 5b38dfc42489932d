package io.vedette.agent.upload;

import io.vedette.agent.wire.RequestBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file as the body of a request; read piece by piece as fast as it may go, never held as a whole. */
record FileSlice(FileChannel file, long from, long length, Throttle.Pace pace) implements RequestBody {
    private static final int PIECE = 64 * 1024;

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(1, length)));
        for (long at = 0; at < length; at += piece.position()) {
            piece.clear().limit(pace.next((int) Math.min(piece.capacity(), length - at)));
            if (read(piece, from + at) <= 0) {
                throw Unreadable.because("it became shorter");
            }
            out.write(piece.array(), 0, piece.position());
        }
    }

    private int read(ByteBuffer piece, long at) throws Unreadable {
        try {
            return file.read(piece, at);
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }
}
