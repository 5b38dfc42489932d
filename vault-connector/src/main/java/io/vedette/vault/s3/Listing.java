package io.vedette.vault.s3;

import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobPrefix;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists page by page. S3 lists in the order of UTF-8, which is ours, as keys are ASCII. */
record Listing(S3Client client, Names names) {
    Stream<BlobEntry> under(BlobPrefix prefix) {
        var pages =
                client.listObjectsV2Paginator(ask -> ask.bucket(names.bucket()).prefix(names.of(prefix)));
        Iterator<S3Object> objects = new Asking(asked(() -> pages.contents().iterator()));
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(objects, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .mapMulti((object, keep) ->
                        names.key(object.key()).ifPresent(key -> keep.accept(new BlobEntry(key, object.size()))));
    }

    /** The next page is fetched somewhere within the iteration, and fails there. */
    private record Asking(Iterator<S3Object> objects) implements Iterator<S3Object> {
        @Override
        public boolean hasNext() {
            return asked(objects::hasNext);
        }

        @Override
        public S3Object next() {
            return asked(objects::next);
        }
    }

    private static <T> T asked(Supplier<T> step) {
        try {
            return step.get();
        } catch (SdkException e) {
            throw Faults.of("cannot list the bucket", e);
        }
    }
}
