package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.CameraTime;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.MotionMarks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording that still grows, as {@code <id>.part}. One thread. Closing it writes in this order: fsync of the file,
 * rename, fsync of the folder, then row and event in one transaction; nobody hears of a recording that is not durable.
 *
 * <p>A failed flush is final: the kernel may have dropped the pages and would report success the next time. The file is
 * put aside as {@code .bad} and never announced.
 */
public final class OpenRecording {
    private static final Logger LOG = LoggerFactory.getLogger(OpenRecording.class);
    private static final long FLUSH_EVERY = TimeUnit.SECONDS.toNanos(2);

    private final Spool spool;
    private final RecordingDraft draft;
    private final Path file;
    private final FileChannel out;
    private final MessageDigest digest;

    private long bytes;
    private volatile long flushedBytes;
    private @Nullable CameraTime clock;
    private long roomMadeFor;
    private long flushedAt = System.nanoTime();

    OpenRecording(Spool spool, RecordingDraft draft) throws IOException {
        this.spool = spool;
        this.draft = draft;
        this.digest = spool.freshSha256();
        this.file = spool.folders().open(draft.id());
        this.out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    public RecordingId id() {
        return draft.id();
    }

    /** Bytes appended so far. */
    public long bytes() {
        return bytes;
    }

    /** How the camera's clock stands; the last one is told with the end. */
    public void clock(CameraTime now) {
        clock = now;
    }

    /** For any thread. */
    GrowingRecording growing() {
        return new GrowingRecording(draft.id(), draft.startedAt(), draft.delivery(), file, flushedBytes);
    }

    /**
     * Adds the initialisation segment or one whole fragment, and flushes when the last flush is 2 s old.
     *
     * @throws SpoolFault when the disk refuses; the recording is then over and must not be used again
     */
    public void append(ByteBuffer part) {
        digest.update(part.duplicate());
        try {
            ByteBuffer rest = part.duplicate();
            bytes += rest.remaining();
            while (rest.hasRemaining()) {
                write(rest);
            }
        } catch (IOException | SpoolFault e) {
            throw leave(e);
        }
        try {
            if (System.nanoTime() - flushedAt >= FLUSH_EVERY) {
                spool.durability().file(out);
                flushedAt = System.nanoTime();
                flushedBytes = bytes;
                long news = bytes - roomMadeFor;
                roomMadeFor = bytes;
                spool.makeRoomBeside(bytes, news);
            }
        } catch (SpoolFault e) {
            throw leave(e);
        } catch (IOException e) {
            throw giveUp("cannot be written", e);
        }
    }

    /** A full disk is answered by giving up older recordings, one by one; what was written of this one stays written. */
    private void write(ByteBuffer rest) throws IOException {
        try {
            out.write(rest);
        } catch (IOException e) {
            if (!spool.giveUpFor(e)) {
                throw e;
            }
            LOG.warn("the disk refused: {}", e.getMessage());
        }
    }

    /**
     * Ends the recording and makes it known. At least one whole fragment must be in it.
     *
     * @param motion empty when nobody looked
     */
    public RecordingClosed close(Duration duration, Optional<MotionMarks> motion) {
        Path closed = spool.folders().closed(draft.id());
        try {
            spool.durability().file(out);
            out.close();
            Files.move(file, closed, StandardCopyOption.ATOMIC_MOVE);
            spool.durability().folder(spool.folders().recordings());
        } catch (IOException e) {
            throw giveUp("cannot be closed", e);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        RecordingClosed event = closedEvent(draft, duration.toMillis(), bytes, sha256, false, motion, clock);
        try {
            spool.announceClosed(event);
        } finally {
            spool.growsNoMore(this); // not before it can be found among the closed ones
        }
        spool.makeRoomBeside(0, bytes - roomMadeFor);
        return event;
    }

    /** Takes back a recording that came to nothing. */
    public void abandon() {
        try {
            out.close();
            Files.deleteIfExists(file);
            Files.deleteIfExists(spool.folders().thumbnail(draft.id()));
        } catch (IOException e) {
            throw giveUp("cannot be taken back", e);
        }
        spool.growsNoMore(this);
        spool.forgetDraft(draft.id());
    }

    /** What was written is whole up to its last fragment: it stays as it is, and the next start closes it there. */
    private SpoolFault leave(Exception cause) {
        LOG.error("recording {} stops, {} bytes are kept: {}", draft.id(), bytes, cause.getMessage());
        SpoolFault fault = new SpoolFault("recording " + draft.id() + " cannot go on", cause);
        spool.growsNoMore(this);
        try {
            out.close();
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
        return fault;
    }

    static RecordingClosed closedEvent(
            RecordingDraft draft,
            long durationMs,
            long bytes,
            String sha256,
            boolean cut,
            Optional<MotionMarks> motion,
            @Nullable CameraTime clock) {
        return new RecordingClosed(
                draft.id(),
                draft.startedAt(),
                durationMs,
                bytes,
                sha256,
                draft.mime(),
                draft.width(),
                draft.height(),
                draft.delivery(),
                cut,
                motion.orElse(null),
                clock);
    }

    private SpoolFault giveUp(String what, IOException cause) {
        SpoolFault fault = new SpoolFault("recording " + draft.id() + " " + what, cause);
        spool.growsNoMore(this);
        try {
            out.close();
            Path closed = spool.folders().closed(draft.id());
            Path bad = spool.folders().bad(draft.id());
            Files.move(Files.exists(closed) ? closed : file, bad, StandardCopyOption.ATOMIC_MOVE);
            LOG.error("put aside as {}: its content is not to be trusted", bad.getFileName());
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
        spool.forgetDraft(draft.id());
        return fault;
    }
}
