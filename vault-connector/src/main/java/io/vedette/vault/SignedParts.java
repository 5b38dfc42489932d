package io.vedette.vault;

import java.time.Duration;
import java.util.List;

/**
 * A blob whose bytes others send to the store in parts, by addresses that are signed for one part each, so that its bytes do not pass through us.
 * What they sent is no blob until {@link #complete} has read it: neither {@link BlobStore#find} nor a put takes it for one before, whatever breaks
 * off in between. Throws what a {@link BlobStore} throws. Any thread.
 */
public interface SignedParts {
    /** What a store can be asked to label in one step ("CopyObject": 5 GB). */
    long MOST_BYTES = 5_000_000_000L;

    /** How a blob of this length is cut. The same length is always cut the same way. */
    PartPlan plan(long bytes);

    /** Asks the store for a new upload. Nothing is seen under the key yet. */
    PartsId begin(BlobKey key, BlobSpec spec);

    /**
     * By which one part is put, and put again. Length and, where the store knows checksums, hash of its bytes are signed: it opens the door to nothing
     * else. Makes the address without asking the store.
     *
     * @param part of the blob's {@link #plan}
     * @param sha256 of the part's bytes, as whoever sends them says; what is wrong with that, {@link #complete} finds
     */
    SignedAddress part(BlobKey key, PartsId id, PartPlan plan, int part, Sha256 sha256, Duration validFor);

    /** The parts that are there, in their order. None also when the store knows no such upload, or no longer: not every store tells. */
    List<SentPart> sent(BlobKey key, PartsId id);

    /**
     * Puts the parts together, reads all of it, and lets it in when length and hash are the declared ones. May be asked again after it broke off anywhere, and
     * answers the same when it is done. Takes as long as reading the blob.
     *
     * @throws BlobCorrupt other content lives under this key; the parts are given up
     */
    Completed complete(BlobKey key, PartsId id, BlobSpec spec);

    /** Gives the upload up, with its parts and what was put together of them and not let in. If there is none, that is success too. */
    void abort(BlobKey key, PartsId id);

    /** What came of it. */
    sealed interface Completed {
        /** It is a blob. */
        record Whole(BlobInfo blob) implements Completed {}

        /** So many bytes are there; the others are to be sent. */
        record Missing(long bytes) implements Completed {}

        /** The store has nothing of it, and perhaps knows no such upload any more: it begins anew. */
        record Unknown() implements Completed {}

        /** All parts are there, and they are other bytes than the declared ones. They have been thrown away. */
        record Wrong() implements Completed {}
    }
}
