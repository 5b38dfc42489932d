package io.vedette.vault.reconcile;

import io.vedette.vault.BlobKey;
import java.util.List;
import java.util.Set;

/** The list of what should be in a store. */
public interface Index {
    /** Folders in which something may be named, in their order, each once; one too many does no harm. */
    List<Folder> folders();

    /** As it is now. */
    Named named(Folder folder);

    /**
     * What is named in a folder.
     *
     * @param underWay may be there already and is not named yet
     */
    record Named(List<Expected> expected, Set<BlobKey> underWay) {}
}
