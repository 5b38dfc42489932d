package io.vedette.vault.reconcile;

import io.vedette.vault.BlobEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A listing, a folder at a time. Keys of no recording are left aside. Holds one folder's entries. */
final class ByFolder implements Iterator<ByFolder.Listed> {
    private final Iterator<BlobEntry> entries;
    private @Nullable BlobEntry ahead;

    /** What lies in a folder. */
    record Listed(Folder folder, List<BlobEntry> entries) {}

    ByFolder(Iterator<BlobEntry> entries) {
        this.entries = entries;
        this.ahead = recording();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Listed next() {
        BlobEntry first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        Folder folder = Folder.of(first.key()).orElseThrow();
        List<BlobEntry> of = new ArrayList<>();
        while (ahead != null && Folder.of(ahead.key()).equals(Optional.of(folder))) {
            of.add(ahead);
            ahead = recording();
        }
        return new Listed(folder, of);
    }

    private @Nullable BlobEntry recording() {
        while (entries.hasNext()) {
            BlobEntry entry = entries.next();
            if (Folder.of(entry.key()).isPresent()) {
                return entry;
            }
        }
        return null;
    }
}
