package io.vedette.agent.upload;

import io.vedette.agent.spool.GrowingRecording;
import io.vedette.agent.spool.KeptRecording;
import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The file of a recording that is to be sent, open. What goes wrong with it is {@link Unreadable}.
 *
 * @param bytes how many may be sent now
 * @param sha256 of all of it; empty while it grows
 */
record SourceFile(RecordingId recording, FileChannel channel, long bytes, Optional<String> sha256)
        implements AutoCloseable {
    private static final int PIECE = 256 * 1024;

    /** Throws {@link NoSuchFileException} when there is none. */
    static SourceFile open(KeptRecording kept) throws IOException {
        return new SourceFile(kept.id(), channel(kept.file()), kept.bytes(), Optional.of(kept.sha256()));
    }

    /** Throws {@link NoSuchFileException} when it was closed this moment. */
    static SourceFile open(GrowingRecording growing) throws IOException {
        return new SourceFile(growing.id(), channel(growing.file()), growing.bytes(), Optional.empty());
    }

    private static FileChannel channel(Path file) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file);
            if (!Files.isRegularFile(file)) {
                channel.close();
                throw Unreadable.because("it is not a file");
            }
            return channel;
        } catch (NoSuchFileException | Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }

    boolean grows() {
        return sha256.isEmpty();
    }

    /** Why nobody would take it: it has no longer the size that was recorded. Empty when it has. */
    Optional<String> wrongSize() throws Unreadable {
        try {
            long size = channel.size();
            return size == bytes
                    ? Optional.empty()
                    : Optional.of(
                            "its file at the edge is damaged: it has " + size + " bytes and should have " + bytes);
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
                    return sha256.equals(Optional.of(HexFormat.of().formatHex(digest.digest())))
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

    /** Reads a part of it. */
    String sha256(MessageDigest digest, long from, long length) throws Unreadable {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        try {
            for (long at = 0; at < length; at += piece.limit()) {
                int read = channel.read(piece.clear().limit((int) Math.min(PIECE, length - at)), from + at);
                if (read <= 0) {
                    throw Unreadable.because("it became shorter");
                }
                digest.update(piece.flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (Unreadable e) {
            throw e;
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
