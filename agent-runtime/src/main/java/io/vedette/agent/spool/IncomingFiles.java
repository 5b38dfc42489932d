package io.vedette.agent.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files of recordings that are being brought: {@code <id>.json}, the label, and {@code <id>.part}, the bytes so far. The
 * label is on the disk before the first byte, and goes after the recording's row is written: so a file that lost its row in a
 * crash is known again.
 */
final class IncomingFiles {
    private static final String LABEL = ".json";
    private static final int MOST_LABEL = 4096;

    private final Spool spool;
    private final SpoolFolders folders;

    IncomingFiles(Spool spool) {
        this.spool = spool;
        this.folders = spool.folders();
    }

    /** Empty also for a label that cannot be read: the recording is then begun anew. */
    static Optional<BroughtRecording> label(SpoolFolders folders, RecordingId id) throws IOException {
        Path file = folders.incoming().resolve(id + LABEL);
        if (!Files.exists(file) || Files.size(file) > MOST_LABEL) {
            return Optional.empty();
        }
        try {
            return Optional.of(LinkCodec.json().readValue(Files.readString(file), BroughtRecording.class))
                    .filter(label -> label.id().equals(id));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    Path part(RecordingId id) {
        return folders.incoming().resolve(id + SpoolFolders.OPEN);
    }

    /** What is unfinished of it; empty when it was not begun. */
    Optional<BroughtRecording> unfinished(RecordingId id) throws IOException {
        return Files.exists(part(id)) ? label(folders, id) : Optional.empty();
    }

    /** The label, flushed, then an empty part. */
    void begin(BroughtRecording label) throws IOException {
        Path file = folders.incoming().resolve(label.id() + LABEL);
        Path draft = folders.incoming().resolve(label.id() + LABEL + ".new");
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(LinkCodec.write(label).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            spool.durability().file(out);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(part(label.id()));
        Files.createFile(part(label.id()));
        spool.durability().folder(folders.incoming());
    }

    void forget(RecordingId id) throws IOException {
        Files.deleteIfExists(part(id));
        Files.deleteIfExists(folders.incoming().resolve(id + LABEL));
    }

    /** Bytes of everything that is unfinished. */
    long bytes() throws IOException {
        long all = 0;
        for (Path part : parts()) {
            all += Files.size(part);
        }
        return all;
    }

    /** Of one camera, what was longest without a byte first. */
    List<RecordingId> of(CameraId camera) throws IOException {
        List<RecordingId> found = new ArrayList<>();
        for (Path part : parts()) {
            RecordingId id = SpoolFolders.owner(part).orElseThrow();
            if (unfinished(id).filter(label -> label.camera().equals(camera)).isPresent()) {
                found.add(id);
            }
        }
        return found;
    }

    /** What nobody has gone on with since then. */
    List<RecordingId> before(Instant then) throws IOException {
        List<RecordingId> found = new ArrayList<>();
        for (Path part : parts()) {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(then)) {
                found.add(SpoolFolders.owner(part).orElseThrow());
            }
        }
        return found;
    }

    /** After a start: labels of what is kept by now, parts without a label, and whatever else a crash left. */
    void tidy() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.incoming())) {
            for (Path file : files) {
                Optional<RecordingId> id = SpoolFolders.owner(file);
                if (id.isEmpty() || file.toString().endsWith(".new")) {
                    Files.delete(file);
                } else if (unfinished(id.get()).isEmpty() || spool.hasRow(id.get())) {
                    forget(id.get());
                }
            }
        }
    }

    Instant aged(Duration age) {
        return spool.clock().instant().minus(age);
    }

    private List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.incoming(), "*" + SpoolFolders.OPEN)) {
            files.forEach(parts::add);
        }
        parts.removeIf(part -> SpoolFolders.owner(part).isEmpty());
        parts.sort(Comparator.comparing(part -> part.toFile().lastModified()));
        return parts;
    }
}
