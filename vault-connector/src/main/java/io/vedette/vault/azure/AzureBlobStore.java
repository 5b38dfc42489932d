package io.vedette.vault.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Hashed;
import io.vedette.vault.PutOnce;
import io.vedette.vault.SignedAccess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Blobs in a container of the owner's choice; the room sign of this package tells how. */
public final class AzureBlobStore implements BlobStore {
    private final Connection azure;
    private final Sending sending;
    private final SignedAccess signed;

    private AzureBlobStore(Connection azure, Clock clock) {
        this.azure = azure;
        this.sending = new Sending(azure);
        this.signed = new AzureSigned(azure, clock);
    }

    /**
     * Asks nothing of the store yet. Of the addresses its name leads to, all have to be allowed, at every connection.
     *
     * @param clock by which signed addresses end
     */
    public static AzureBlobStore open(AzureSettings settings, Predicate<InetAddress> allowed, Clock clock) {
        return open(settings, Limits.USUAL, allowed, clock);
    }

    static AzureBlobStore open(AzureSettings settings, Limits limits, Predicate<InetAddress> allowed, Clock clock) {
        return new AzureBlobStore(new Connection(settings, limits, allowed), clock);
    }

    @Override
    public BlobInfo put(BlobKey key, InputStream body, BlobSpec spec) throws IOException {
        return PutOnce.run(this, key, spec, () -> sending.send(key, new Hashed(key, body, spec), spec));
    }

    @Override
    public Optional<BlobInfo> find(BlobKey key) {
        BlobProperties blob;
        try {
            blob = azure.blob(key)
                    .getPropertiesWithResponse(null, null, Context.NONE)
                    .getValue();
        } catch (HttpResponseException e) {
            if (e.getResponse() != null && Faults.notFound(e.getResponse())) {
                return Optional.empty();
            }
            throw Faults.of("cannot look at blob " + key, e);
        } catch (RuntimeException e) {
            throw Faults.of("cannot look at blob " + key, e);
        }
        return Optional.of(Labels.read(key, blob));
    }

    @Override
    public InputStream open(BlobKey key) {
        return read(key, "");
    }

    @Override
    public InputStream open(BlobKey key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("a range begins at 0 or later and is not negative");
        }
        if (length == 0) { // a range without bytes cannot be asked for (RFC 9110, section 14.1.2)
            var unused = info(key);
            return InputStream.nullInputStream();
        }
        boolean toTheEnd = length > Long.MAX_VALUE - offset;
        return read(key, "bytes=" + offset + "-" + (toTheEnd ? "" : offset + length - 1));
    }

    private InputStream read(BlobKey key, String range) {
        Streamed answer;
        try {
            answer = azure.read(key, range);
        } catch (RuntimeException e) {
            throw Faults.of("cannot open blob " + key, e);
        }
        if (answer.getStatusCode() == 200 || answer.getStatusCode() == 206) {
            return new Body(answer);
        }
        answer.close();
        if (answer.getStatusCode() == 416) { // the blob ends before
            return InputStream.nullInputStream();
        }
        throw Faults.notFound(answer) ? new BlobNotFound(key) : Faults.of("cannot open blob " + key, answer);
    }

    /** And the snapshots that its owner may have made of it: Azure takes a blob away only together with them. */
    @Override
    public void delete(BlobKey key) {
        try {
            var unused =
                    azure.blob(key).deleteWithResponse(DeleteSnapshotsOptionType.INCLUDE, null, null, Context.NONE);
        } catch (HttpResponseException e) {
            if (e.getResponse() == null || !Faults.notFound(e.getResponse())) {
                throw Faults.of("cannot delete blob " + key, e);
            }
        } catch (RuntimeException e) {
            throw Faults.of("cannot delete blob " + key, e);
        }
    }

    @Override
    public Stream<BlobEntry> list(BlobPrefix prefix) {
        return new Listing(azure).under(prefix);
    }

    @Override
    public Optional<SignedAccess> signed() {
        return Optional.of(signed);
    }

    /**
     * Does nothing. What a broken-off put leaves are blocks that were never committed: they are seen by nobody, the next put of the same
     * key that succeeds takes them along, and Azure drops them a week after the last. No request takes them away alone; committing
     * nothing and deleting that would show an empty blob meanwhile, and cut off a put that is under way.
     */
    @Override
    public void sweep(Instant before) {}

    @Override
    public void close() {
        azure.close();
    }
}
