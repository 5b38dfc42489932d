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

    /** Where the path really leads, as far as it exists, must be inside the folder. */
    Path contained(Path path) {
        if (!path.normalize().startsWith(root)) {
            throw new BlobStoreFault("a path leads out of the vault");
        }
        if (Files.isSymbolicLink(path)) {
            throw new BlobStoreFault("a link lies in the vault at " + root.relativize(path));
        }
        try {
            Path there = path;
            while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                Path above = there.getParent();
                if (above == null) {
                    throw new BlobStoreFault("the vault's folder is gone");
                }
                there = above;
            }
            if (!there.toRealPath().equals(there)) {
                throw new BlobStoreFault("a link lies in the vault above " + root.relativize(path));
            }
            if (!there.startsWith(root)) {
                throw new BlobStoreFault("the vault's folder is gone");
            }
            return path;
        } catch (IOException e) {
            throw new BlobStoreFault("cannot look at the vault's folder", e);
        }
    }
}
