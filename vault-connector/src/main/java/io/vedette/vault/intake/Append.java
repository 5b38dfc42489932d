package io.vedette.vault.intake;

import io.vedette.vault.intake.Appending.Cut;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One PATCH from its first check to its last byte. */
final class Append {
    private static final int BUFFER = 64 * 1024;
    private static final long TOLD_BYTES = 64 * 1024;
    private static final long TOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Part part;
    /** No byte beyond this one. */
    private final long end;

    private final Chunk chunk;
    private final AppendLimits limits;
    private final IntakeProgress progress;
    private final LongSupplier nanos;
    private final Writer writer;
    private long offset;
    private long toldOffset;
    private long toldAt;

    Append(Part part, long end, Chunk chunk, AppendLimits limits, IntakeProgress progress, LongSupplier nanos) {
        this.part = part;
        this.end = end;
        this.chunk = chunk;
        this.limits = limits;
        this.progress = progress;
        this.nanos = nanos;
        this.writer = new Writer(chunk.body());
        this.offset = chunk.offset();
        this.toldOffset = offset;
        this.toldAt = nanos.getAsLong();
    }

    Appending run() {
        if (!part.lockSoon()) {
            return new Appending.Busy();
        }
        try {
            Optional<Appending> refusal = refusal();
            if (refusal.isPresent()) {
                return refusal.get();
            }
            part.seat(writer);
        } finally {
            part.lock.unlock();
        }
        writer.limitTo(limits.total());
        Cut.Why why;
        try {
            why = copy();
        } finally {
            leave();
            writer.ended();
        }
        return outcome(why);
    }

    /** With the lock held; nothing has been read, and a former writer has not been touched. */
    private Optional<Appending> refusal() {
        if (part.cancelled()) {
            return Optional.of(new Appending.Cancelled());
        }
        long actual = part.length();
        if (actual != offset) {
            return Optional.of(new Appending.WrongOffset(actual));
        }
        if (actual >= end) {
            return Optional.of(new Appending.Complete());
        }
        return chunk.announcedBytes() > most() ? Optional.of(new Appending.TooLong(most())) : Optional.empty();
    }

    private long most() {
        return Math.min(limits.maxBytes(), end - chunk.offset());
    }

    /** Returns why it ended early, or null when it did not. */
    private Cut.@Nullable Why copy() {
        long wanted = chunk.announcedBytes() == Chunk.UNKNOWN ? most() : chunk.announcedBytes();
        long last = chunk.offset() + wanted;
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, wanted))];
        while (offset < last) {
            int read;
            try {
                read = chunk.body().read(buffer, 0, (int) Math.min(buffer.length, last - offset));
            } catch (IOException e) {
                return Cut.Why.BROKEN; // the client's line, not our disk; what came before is kept
            }
            if (read < 0) {
                return chunk.announcedBytes() == Chunk.UNKNOWN ? null : Cut.Why.ENDED_EARLY;
            }
            if (!keep(buffer, read)) {
                return Cut.Why.TAKEN_OVER;
            }
            tell();
            if (writer.sentAway() != null) {
                return writer.sentAway();
            }
        }
        return null;
    }

    /** False when the place was lost meanwhile: the bytes are not ours to write any more. */
    private boolean keep(byte[] buffer, int count) {
        if (part.cancelled()) {
            return false;
        }
        part.lock.lock();
        try {
            if (!part.seats(writer)) {
                return false;
            }
            part.write(buffer, count);
            offset += count;
            return true;
        } finally {
            part.lock.unlock();
        }
    }

    private void tell() {
        long now = nanos.getAsLong();
        if (offset - toldOffset >= TOLD_BYTES && now - toldAt >= TOLD_NANOS) {
            toldOffset = offset;
            toldAt = now;
            progress.reached(part.upload, offset);
        }
    }

    private void leave() {
        part.lock.lock();
        try {
            part.leave(writer);
        } finally {
            part.lock.unlock();
        }
    }

    private Appending outcome(Cut.@Nullable Why why) {
        if (part.cancelled()) {
            return new Appending.Cancelled();
        }
        if (offset > toldOffset) {
            progress.reached(part.upload, offset);
        }
        Cut.Why sentAway = writer.sentAway();
        if (offset >= end) {
            return new Appending.Complete();
        }
        if (sentAway != null) {
            return new Cut(offset, sentAway);
        }
        return why == null ? new Appending.Appended(offset) : new Cut(offset, why);
    }
}
