package io.vedette.vault.filesystem;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** From key to path. A key cannot climb by its form; links that somebody put into the folder are caught here. */
record Layout(Path root) {
    Path blob(BlobKey key) {
        return contained(root.resolve(key.path()));
    }

    Path sidecar(BlobKey key) {
        return contained(root.resolve(key.path() + ".meta"));
    }

    Path folder(BlobKey key) {
        int end = key.path().lastIndexOf('/');
        return end < 0 ? root : contained(root.resolve(key.path().substring(0, end)));
    }

    /**
     * The file is no link, and the folders above it, as far as they exist, are none. The file itself may come and go while we look;
     * folders, once made, stay.
     */
    private Path contained(Path path) {
        if (!path.normalize().startsWith(root)) {
            throw new BlobStoreFault("a path leads out of the vault");
        }
        if (Files.isSymbolicLink(path)) {
            throw new BlobStoreFault("a link lies in the vault at " + root.relativize(path));
        }
        Path folder = path.getParent();
        while (folder != null && !folder.equals(root) && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        if (folder == null || !leadsToItself(folder)) {
            throw new BlobStoreFault("a link lies in the vault above " + root.relativize(path));
        }
        return path;
    }

    private static boolean leadsToItself(Path folder) {
        try {
            return folder.toRealPath().equals(folder);
        } catch (IOException e) {
            throw Faults.of("cannot look at the vault's folder", e);
        }
    }
}
