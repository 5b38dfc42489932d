package io.vedette.vault.azure;

import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobPrefix;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists page by page. Azure lists in the order of names, which is ours, and leaves out what has blocks but was never committed. */
record Listing(Connection azure) {
    private static final int PAGE = 1000;

    Stream<BlobEntry> under(BlobPrefix prefix) {
        var ask = new ListBlobsOptions().setPrefix(azure.names().of(prefix)).setMaxResultsPerPage(PAGE);
        Iterator<BlobItem> blobs =
                new Asking(asked(() -> azure.container().listBlobs(ask, null).iterator()));
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(blobs, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .mapMulti((blob, keep) -> azure.names()
                        .key(blob.getName())
                        .ifPresent(key -> keep.accept(
                                new BlobEntry(key, blob.getProperties().getContentLength()))));
    }

    /** The next page is fetched somewhere within the iteration, and fails there. */
    private record Asking(Iterator<BlobItem> blobs) implements Iterator<BlobItem> {
        @Override
        public boolean hasNext() {
            return asked(blobs::hasNext);
        }

        @Override
        public BlobItem next() {
            return asked(blobs::next);
        }
    }

    private static <T> T asked(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw Faults.of("cannot list the container", e);
        }
    }
}
