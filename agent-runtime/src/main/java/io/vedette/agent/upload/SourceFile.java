package io.vedette.agent.upload;

import io.vedette.agent.spool.KeptRecording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The file of a recording that is to be sent, open. What goes wrong with it is {@link Unreadable}. */
record SourceFile(KeptRecording recording, FileChannel channel) implements AutoCloseable {
    private static final int PIECE = 256 * 1024;

    /** Throws {@link NoSuchFileException} when there is none. */
    static SourceFile open(KeptRecording recording) throws IOException {
        try {
            FileChannel channel = FileChannel.open(recording.file());
            if (!Files.isRegularFile(recording.file())) {
                channel.close();
                throw Unreadable.because("it is not a file");
            }
            return new SourceFile(recording, channel);
        } catch (NoSuchFileException | Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }

    /** Why nobody would take it: it has no longer the size that was recorded. Empty when it has. */
    Optional<String> wrongSize() throws Unreadable {
        try {
            long size = channel.size();
            return size == recording.bytes()
                    ? Optional.empty()
                    : Optional.of("its file at the edge is damaged: it has " + size + " bytes and should have "
                            + recording.bytes());
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }

    /**
     * Reads all of it: why nobody would take it, or nothing when it is what was recorded.
     *
     * @param digest SHA-256, fresh
     * @param wanted asked now and then; when it is false the rest is not read, and nothing is said
     */
    Optional<String> altered(MessageDigest digest, BooleanSupplier wanted) throws Unreadable {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try {
            for (long at = 0; wanted.getAsBoolean(); at += piece.limit()) {
                int read = channel.read(piece.clear(), at);
                if (read <= 0) {
                    return HexFormat.of().formatHex(digest.digest()).equals(recording.sha256())
                            ? Optional.empty()
                            : Optional.of(
                                    "its file at the edge is damaged: its checksum is not that of what was recorded");
                }
                digest.update(piece.flip());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
