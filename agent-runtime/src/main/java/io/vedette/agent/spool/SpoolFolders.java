package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Where things lie below an agent's home. File names are ids and nothing else. */
public record SpoolFolders(Path home) {
    public static final String CLOSED = ".mp4";
    public static final String OPEN = ".part";
    /** A file whose flush failed: its content is unknown, it is kept for people only. */
    public static final String BAD = ".bad";

    static final String INCOMING = "incoming";
    private static final String THUMBNAIL = ".jpg";

    public Path root() {
        return home.resolve("spool");
    }

    public Path index() {
        return root().resolve("index.db");
    }

    public Path lock() {
        return root().resolve("lock");
    }

    Path reserve() {
        return root().resolve("reserve");
    }

    public Path recordings() {
        return root().resolve("recordings");
    }

    /** Where an edge vault keeps what it has not got whole yet; in an agent's spool there is none. */
    public Path incoming() {
        return recordings().resolve(INCOMING);
    }

    public Path thumbnails() {
        return root().resolve("thumbnails");
    }

    public Path closed(RecordingId id) {
        return recordings().resolve(id + CLOSED);
    }

    public Path open(RecordingId id) {
        return recordings().resolve(id + OPEN);
    }

    public Path bad(RecordingId id) {
        return recordings().resolve(id + BAD);
    }

    public Path thumbnail(RecordingId id) {
        return thumbnails().resolve(id + THUMBNAIL);
    }

    /** The recording a file belongs to; empty for a name that is not one of ours. */
    public static Optional<RecordingId> owner(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordingId.of(name.substring(0, dot)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Makes what is missing, readable by the agent's user alone. */
    void make() throws IOException {
        for (Path folder : new Path[] {root(), recordings(), thumbnails()}) {
            Files.createDirectories(folder, onlyOwner());
        }
    }

    /** From now on this is the spool of an edge vault. */
    void makeIncoming() throws IOException {
        Files.createDirectories(incoming(), onlyOwner());
    }

    boolean isVaults() {
        return Files.isDirectory(incoming());
    }

    private static FileAttribute<Set<PosixFilePermission>> onlyOwner() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }
}
