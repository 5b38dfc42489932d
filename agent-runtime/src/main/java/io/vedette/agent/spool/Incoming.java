package io.vedette.agent.spool;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How whole recordings of other agents come into the spool of an edge vault: announced, brought in parts, and kept when size
 * and SHA-256 are those that were announced. Closing writes in the order of {@link OpenRecording}: fsync of the file, rename,
 * fsync of the folder, then row and event in one transaction. Safe for several threads, platform ones.
 */
public final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    /** Unfinished ones of one camera: an agent brings one after the other, so more of them were left behind. */
    public static final int MOST_PER_CAMERA = 4;

    private static final Duration LONGEST_UNFINISHED = Duration.ofDays(1);
    private static final int PIECE = 64 * 1024;

    /** What came of it. */
    public sealed interface Outcome {
        /** So many bytes of it are here. */
        record At(long offset, long length) implements Outcome {}

        /** It is whole, verified, durable and in the index. */
        record Kept(long length) implements Outcome {}

        /** It was not announced, or is another camera's, which is all the same to whoever asks. */
        record Unknown() implements Outcome {}

        /** It is here with another content. */
        record Other() implements Outcome {}

        /** It does not go on at that offset, but at this one. */
        record OtherOffset(long offset) implements Outcome {}

        /** More than was announced, or than is ever kept here. */
        record TooLarge() implements Outcome {}

        /** It was not what was announced; what came of it is thrown away. */
        record WrongHash() implements Outcome {}

        /** Nothing more is left to give up for it. */
        record NoRoom() implements Outcome {}

        /** Another request works on it, or it is being deleted. */
        record Busy() implements Outcome {}
    }

    private final Spool spool;
    private final IncomingFiles files;
    private final Set<RecordingId> busy = ConcurrentHashMap.newKeySet();

    private Incoming(Spool spool) {
        this.spool = spool;
        this.files = new IncomingFiles(spool);
    }

    /** Of a spool that was opened for a vault; tidies what a crash left. */
    public static Incoming of(Spool spool) {
        Incoming incoming = new Incoming(spool);
        try {
            incoming.files.tidy();
            return incoming;
        } catch (IOException e) {
            throw new SpoolFault("what was left unfinished cannot be tidied", e);
        }
    }

    /** How it stands: {@link Outcome.At}, {@link Outcome.Kept} or {@link Outcome.Unknown}. */
    public Outcome standing(CameraId camera, RecordingId id) throws IOException {
        Optional<BroughtRecording> kept = spool.broughtHere(id);
        if (kept.isPresent()) {
            return kept.get().camera().equals(camera)
                    ? new Outcome.Kept(kept.get().bytes())
                    : new Outcome.Unknown();
        }
        Optional<BroughtRecording> label =
                files.unfinished(id).filter(one -> one.camera().equals(camera));
        return label.isPresent()
                ? new Outcome.At(Files.size(files.part(id)), label.get().bytes())
                : new Outcome.Unknown();
    }

    /** Announces a recording; announced again with the same content, it goes on where it stood. */
    public Outcome begin(BroughtRecording label) throws IOException {
        if (!busy.add(label.id())) {
            return new Outcome.Busy();
        }
        try {
            Optional<BroughtRecording> known = spool.broughtHere(label.id());
            known = known.isPresent() ? known : files.unfinished(label.id());
            if (known.isPresent()) {
                return again(label, known.get());
            }
            if (spool.hasRow(label.id())) {
                return new Outcome.Busy();
            }
            if (label.bytes() > spool.mostBytes()) {
                return new Outcome.TooLarge();
            }
            forgetTheOld(label.camera());
            files.begin(label);
            return new Outcome.At(0, label.bytes());
        } finally {
            busy.remove(label.id());
        }
    }

    private Outcome again(BroughtRecording label, BroughtRecording known) throws IOException {
        if (!known.camera().equals(label.camera())) {
            return new Outcome.Unknown();
        }
        return known.alike(label) ? standing(label.camera(), label.id()) : new Outcome.Other();
    }

    private void forgetTheOld(CameraId camera) throws IOException {
        for (RecordingId old : files.before(files.aged(LONGEST_UNFINISHED))) {
            forget(old);
        }
        List<RecordingId> mine = files.of(camera);
        for (RecordingId one : mine.subList(0, Math.max(0, mine.size() - MOST_PER_CAMERA + 1))) {
            forget(one);
        }
    }

    private void forget(RecordingId id) throws IOException {
        if (busy.add(id)) {
            try {
                LOG.info("recording {} was never brought to its end; what came of it goes", id);
                files.forget(id);
            } finally {
                busy.remove(id);
            }
        }
    }

    /**
     * Takes the next part.
     *
     * @param length of the part
     * @throws IOException when the part breaks off; what came of it is kept
     * @throws SpoolFault when the disk refuses
     */
    public Outcome append(CameraId camera, RecordingId id, long offset, long length, InputStream body)
            throws IOException {
        if (!busy.add(id)) {
            return new Outcome.Busy();
        }
        try {
            Outcome stands = standing(camera, id);
            return switch (stands) {
                case Outcome.At at when at.offset() != offset -> new Outcome.OtherOffset(at.offset());
                case Outcome.At at when length > at.length() - offset -> new Outcome.TooLarge();
                case Outcome.At at -> took(id, at, length, body);
                case Outcome.Kept kept when offset == kept.length() && length == 0 -> kept;
                case Outcome.Kept kept -> new Outcome.OtherOffset(kept.length());
                default -> stands;
            };
        } finally {
            busy.remove(id);
        }
    }

    private Outcome took(RecordingId id, Outcome.At at, long length, InputStream body) throws IOException {
        long unfinished = files.bytes() + length;
        if (unfinished > spool.mostBytes()) {
            return new Outcome.NoRoom(); // nothing that is whole would be left
        }
        spool.makeRoomBeside(unfinished, length);
        if (!spool.couldTake(length)) {
            return new Outcome.NoRoom();
        }
        BroughtRecording label = files.unfinished(id).orElseThrow();
        try (FileChannel out = FileChannel.open(files.part(id), StandardOpenOption.APPEND)) {
            if (!written(out, length, body)) {
                return new Outcome.NoRoom();
            }
            if (out.size() < label.bytes()) {
                return new Outcome.At(at.offset() + length, label.bytes());
            }
            flush(id, out);
        }
        return verified(label);
    }

    /** False when the disk has no room for it, and nothing is left to give up. */
    private boolean written(FileChannel out, long length, InputStream body) throws IOException {
        byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, length))];
        for (long left = length; left > 0; ) {
            int read = body.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new IOException("the part broke off");
            }
            left -= read;
            ByteBuffer rest = ByteBuffer.wrap(piece, 0, read);
            while (rest.hasRemaining()) {
                if (!fits(out, rest)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fits(FileChannel out, ByteBuffer rest) {
        try {
            out.write(rest);
            return true;
        } catch (IOException e) {
            if (spool.giveUpFor(e)) {
                return true;
            }
            LOG.warn("the disk refused: {}", e.getMessage());
            return false;
        }
    }

    /** A failed flush is final: the kernel may have dropped the pages and would report success the next time. */
    private void flush(RecordingId id, FileChannel out) throws IOException {
        try {
            spool.durability().file(out);
        } catch (IOException e) {
            files.forget(id);
            throw new SpoolFault("recording " + id + " cannot be flushed; it must be brought anew", e);
        }
    }

    private Outcome verified(BroughtRecording label) throws IOException {
        RecordingId id = label.id();
        if (!Recovery.hash(files.part(id)).equals(label.sha256())) {
            LOG.warn("recording {} came with other bytes than were announced; it must be brought anew", id);
            files.forget(id);
            return new Outcome.WrongHash();
        }
        SpoolFolders folders = spool.folders();
        Files.move(files.part(id), folders.closed(id), StandardCopyOption.ATOMIC_MOVE);
        spool.durability().folder(folders.recordings());
        spool.announceKept(label);
        files.forget(id);
        spool.makeRoomBeside(files.bytes(), 0);
        return new Outcome.Kept(label.bytes());
    }
}
