package io.vedette.agent.spool;

import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code, unpacked once below the agent's home. Left alone the driver unpacks it at every start into the
 * system's temporary folder, which costs 7 MB of memory and fails where that folder may not hold programs.
 */
final class NativeSqlite {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private NativeSqlite() {}

    /** Does nothing when the start options have named a place already. Call before the first connection. */
    static synchronized void unpackBelow(Path home) throws IOException {
        if (System.getProperty(FOLDER) == null) {
            Optional<Path> library = unpackedBelow(home);
            library.ifPresent(file -> {
                System.setProperty(FOLDER, folderOf(home).toString());
                System.setProperty(NAME, file.getFileName().toString());
            });
        }
    }

    /** Empty on an unusual system: the driver finds its own way there or says why not. */
    static Optional<Path> unpackedBelow(Path home) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        URL packed = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (packed == null) {
            return Optional.empty();
        }
        Path folder = folderOf(home);
        Path library = folder.resolve(name);
        // a power cut may have left the name without the content
        if (!Files.exists(library)
                || Files.size(library) != packed.openConnection().getContentLengthLong()) {
            unpack(packed, folder, library);
        }
        return Optional.of(library);
    }

    private static void unpack(URL packed, Path folder, Path library) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, library.getFileName().toString(), ".new");
        try (var in = packed.openStream()) {
            Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            Durability.DISK.file(written);
        }
        Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Named by version: a newer agent in the same home must not load the older one's library. */
    private static Path folderOf(Path home) {
        return home.resolve("native").resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
    }
}
