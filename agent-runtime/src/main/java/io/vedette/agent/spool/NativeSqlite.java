package io.vedette.agent.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        // Named by version: a newer agent in the same home must not load the older one's library.
        Path folder = home.resolve("native").resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        Path library = folder.resolve(name);
        if (!Files.exists(library)) {
            Files.createDirectories(folder);
            String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
            try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
                if (packed == null) {
                    return; // an unusual system: the driver finds its own way or says why not
                }
                Path temporary = Files.createTempFile(folder, name, ".new");
                Files.copy(packed, temporary, StandardCopyOption.REPLACE_EXISTING);
                Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        System.setProperty(FOLDER, folder.toString());
        System.setProperty(NAME, name);
    }
}
