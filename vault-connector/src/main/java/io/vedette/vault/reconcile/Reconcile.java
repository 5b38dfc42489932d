package io.vedette.vault.reconcile;

import io.vedette.contracts.id.TenantId;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One comparison of a tenant's part of a store. A difference counts when it was there in two looks, each of the listing first and of the list afterwards: what
 * is stored or deleted meanwhile is none. For one thread.
 */
public final class Reconcile {
    private final BlobStore store;
    private final Index index;
    private final boolean reading;
    private final Watcher watcher;

    /** Hears how far it is. Both may end it by throwing. */
    public interface Watcher {
        /** A blob was read whole. */
        void read(long bytes);

        /** A folder is done: what is written down of it now is not looked at again. */
        void done(Folder folder, long blobs, List<Difference> differences);
    }

    /** @param reading whether every byte is read and compared with its hash, which takes as long as fetching all of it */
    public Reconcile(BlobStore store, Index index, boolean reading, Watcher watcher) {
        this.store = store;
        this.index = index;
        this.reading = reading;
        this.watcher = watcher;
    }

    /**
     * Throws {@code BlobStoreFault} when the store does not answer; what is {@code done} stays so.
     *
     * @param after the last folder that is done; empty at the beginning
     */
    public void run(TenantId tenant, Optional<Folder> after) {
        Iterator<Folder> named = index.folders().stream()
                .filter(folder -> behind(folder, after))
                .sorted()
                .distinct()
                .iterator();
        Optional<Folder> next = next(named);
        try (Stream<BlobEntry> all = store.list(BlobPrefix.of(tenant))) {
            var listing = new ByFolder(all.iterator());
            while (listing.hasNext()) {
                ByFolder.Listed listed = listing.next();
                if (!behind(listed.folder(), after)) {
                    continue;
                }
                while (next.isPresent() && next.get().compareTo(listed.folder()) < 0) {
                    folder(next.get(), List.of()); // nothing of it is there
                    next = next(named);
                }
                folder(listed.folder(), listed.entries());
                if (next.filter(listed.folder()::equals).isPresent()) {
                    next = next(named);
                }
            }
        }
        while (next.isPresent()) {
            folder(next.get(), List.of());
            next = next(named);
        }
    }

    private static boolean behind(Folder folder, Optional<Folder> after) {
        return after.isEmpty() || folder.compareTo(after.get()) > 0;
    }

    private static Optional<Folder> next(Iterator<Folder> folders) {
        return folders.hasNext() ? Optional.of(folders.next()) : Optional.empty();
    }

    private void folder(Folder folder, List<BlobEntry> listed) {
        Index.Named named = index.named(folder);
        Set<Difference> first = new HashSet<>(Comparison.of(listed, named));
        List<Difference> found = new ArrayList<>();
        if (!first.isEmpty()) {
            List<BlobEntry> again;
            try (Stream<BlobEntry> entries = store.list(folder.prefix())) {
                again = entries.toList();
            }
            Comparison.of(again, index.named(folder)).stream()
                    .filter(first::contains)
                    .forEach(found::add);
        }
        if (reading) {
            found.addAll(read(named.expected(), keys(found)));
        }
        watcher.done(folder, listed.size(), found);
    }

    private static Set<BlobKey> keys(Collection<Difference> differences) {
        return differences.stream().map(Difference::key).collect(Collectors.toSet());
    }

    private List<Difference> read(List<Expected> expected, Set<BlobKey> known) {
        List<Difference> found = new ArrayList<>();
        for (Expected one : expected) {
            if (!known.contains(one.key()) && !whole(one)) {
                found.add(new Difference.OtherBytes(one.key()));
            }
        }
        return found;
    }

    private boolean whole(Expected expected) {
        try {
            BlobInfo read = store.verify(expected.key());
            watcher.read(read.bytes());
            return expected.content()
                    .map(content -> content.sha256().equals(read.sha256()))
                    .orElse(true);
        } catch (BlobCorrupt e) {
            return false;
        } catch (BlobNotFound e) {
            return true; // deleted meanwhile, or found missing before
        }
    }
}
