package io.vedette.vault.filesystem;

import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walks the folder in the order of keys, one folder in memory at a time. */
final class Listing {
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9_-]{0,127}");
    private static final Pattern BLOB = Pattern.compile("[a-z0-9][a-z0-9_-]{0,127}\\.[a-z0-9]{1,8}");

    private final Path root;

    Listing(Path root) {
        this.root = root;
    }

    Stream<BlobEntry> under(BlobPrefix prefix) {
        return walk(root.resolve(prefix.path()));
    }

    private Stream<BlobEntry> walk(Path folder) {
        return children(folder).stream().flatMap(name -> {
            Path child = folder.resolve(name);
            return name.endsWith("/") ? walk(child) : entry(child);
        });
    }

    /** Folders carry a slash, so that sorting names sorts whole keys: {@code a-b/x} comes before {@code a/x}. */
    private static List<String> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.<String>mapMulti((path, keep) -> {
                        String name = path.getFileName().toString();
                        if (FOLDER.matcher(name).matches() && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                            keep.accept(name + "/");
                        } else if (BLOB.matcher(name).matches()
                                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                            keep.accept(name);
                        }
                    })
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of(); // nothing was ever stored there
        } catch (IOException e) {
            throw Faults.of("cannot list the vault's folder", e);
        }
    }

    private Stream<BlobEntry> entry(Path blob) {
        try {
            // root-relative with '/' on every system
            String path = root.relativize(blob)
                    .toString()
                    .replace(blob.getFileSystem().getSeparator(), "/");
            return Stream.of(new BlobEntry(new BlobKey(path), Files.size(blob)));
        } catch (NoSuchFileException e) {
            return Stream.empty(); // deleted while we listed
        } catch (IOException e) {
            throw Faults.of("cannot list the vault's folder", e);
        }
    }
}
