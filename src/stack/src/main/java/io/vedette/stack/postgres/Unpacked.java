package io.vedette.stack.postgres;

import io.vedette.stack.words.StackFailed;
import io.vedette.stack.words.Step;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The archive of PostgreSQL's programs from the class path, unpacked into a folder. */
final class Unpacked {
    private Unpacked() {}

    static void into(Path folder, Step step) {
        String name = "/postgres-linux-" + architecture() + ".txz";
        URL archive = Unpacked.class.getResource(name);
        if (archive == null) {
            throw new StackFailed("There are no PostgreSQL programs for this kind of machine (" + name + ").");
        }
        try {
            var connection = archive.openConnection();
            long whole = connection.getContentLengthLong();
            try (var counted = new Counted(connection.getInputStream(), whole, step);
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(counted, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, folder);
                }
            }
        } catch (IOException e) {
            throw new StackFailed("PostgreSQL could not be unpacked into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry leads out of the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(parent(target));
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            if (!parent(target).resolve(link).normalize().startsWith(folder)) {
                throw new IOException("a link leads out of the folder: " + entry.getName());
            }
            Files.createSymbolicLink(target, link);
        } else if (entry.isFile()) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(target);
                mode.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(target, mode);
            }
        }
    }

    private static Path parent(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("an entry without a folder: " + target);
        }
        return parent;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    /** Tells the step how much of the archive has been read. */
    private static final class Counted extends FilterInputStream {
        private final long whole;
        private final Step step;
        private long done;

        Counted(@Nullable InputStream in, long whole, Step step) {
            super(in);
            this.whole = whole;
            this.step = step;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            done += Math.max(0, count);
            step.bytes("unpacking", done, whole);
            return count;
        }
    }
}
