package io.vedette.vault.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * A folder that is ours alone: folders 0700, files 0600 where the file system knows modes. All paths given are inside it.
 * Keeps no state; any thread.
 */
public final class DurableFolder {
    private static final Set<OpenOption> APPEND = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final FileAttribute<?>[] NO_MODE = {};

    private final Path root;
    private final FileAttribute<?>[] folderMode;
    private final FileAttribute<?>[] fileMode;

    private DurableFolder(Path root) throws IOException {
        this.root = root;
        boolean posix = Files.getFileStore(root).supportsFileAttributeView("posix");
        this.folderMode = posix ? mode("rwx------") : NO_MODE;
        this.fileMode = posix ? mode("rw-------") : NO_MODE;
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    /** Opens the folder, making it when it is not there. An existing folder keeps the mode its owner gave it. */
    public static DurableFolder open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent != null && !Files.exists(absolute)) {
            Files.createDirectories(parent);
            Files.createDirectory(absolute);
            DurableFolder made = new DurableFolder(absolute.toRealPath());
            if (made.folderMode.length > 0) {
                Files.setPosixFilePermissions(made.root, PosixFilePermissions.fromString("rwx------"));
            }
            sync(parent);
            return made;
        }
        return new DurableFolder(absolute.toRealPath());
    }

    /** The canonical path: no links in it. */
    public Path root() {
        return root;
    }

    /** A new file to write; fails when there is one. */
    public FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, NEW, fileMode);
    }

    /** A file to write at its end, made when it is not there. */
    public FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, APPEND, fileMode);
    }

    /** Makes a folder and those above it, each one durable before the next is begun. */
    public void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent == null || !folder.startsWith(root)) {
            throw new IOException("outside the folder");
        }
        createFolders(parent);
        try {
            Files.createDirectory(folder, folderMode);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        sync(parent);
    }

    /** Moves a file, already synced, to its place in one step, replacing what is there; both folders are durable afterwards. */
    public void move(Path file, Path target) throws IOException {
        place(file, target);
        if (!Objects.equals(file.getParent(), target.getParent())) {
            syncParent(file);
        }
    }

    /**
     * The same where it does not matter whether the old name comes back after a power cut, as for a file that had not been anything yet: of the two
     * folders only the target's is durable afterwards.
     */
    public void place(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        syncParent(target);
    }

    /** Takes a file away for good; returns whether there was one. */
    public boolean delete(Path file) throws IOException {
        boolean was = Files.deleteIfExists(file);
        if (was) {
            syncParent(file);
        }
        return was;
    }

    /** Brings a file's bytes, or a folder's entries, onto the disk. */
    public static void sync(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void syncParent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            sync(parent);
        }
    }
}
