package io.vedette.vault.s3;

import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Hashed;
import io.vedette.vault.NamePrefix;
import io.vedette.vault.PutOnce;
import io.vedette.vault.SignedAccess;
import io.vedette.vault.SignedParts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Blobs in a bucket of the owner's choice; the room sign of this package tells how. */
public final class S3BlobStore implements BlobStore {
    private final S3Client client;
    private final S3Presigner presigner;
    private final Names names;
    private final Sending sending;
    private final SignedAccess signed;
    private final SignedParts inParts;

    private S3BlobStore(S3Client client, S3Presigner presigner, S3Settings settings) {
        this.client = client;
        this.presigner = presigner;
        this.names = new Names(settings.bucket(), new NamePrefix(settings.prefix()));
        this.sending = new Sending(client, names, settings.checksums());
        this.signed = new S3Signed(presigner, names, settings.checksums());
        this.inParts = new S3Parts(this, client, presigner, names, settings.checksums());
    }

    /** Asks nothing of the store yet. Of the addresses its name leads to, all have to be allowed, at every connection. */
    public static S3BlobStore open(S3Settings settings, Predicate<InetAddress> allowed) {
        S3Client client = Connection.client(settings, allowed);
        return new S3BlobStore(client, Connection.presigner(settings, client), settings);
    }

    @Override
    public BlobInfo put(BlobKey key, InputStream body, BlobSpec spec) throws IOException {
        return PutOnce.run(this, key, spec, () -> send(key, new Hashed(key, body, spec), spec));
    }

    private Optional<BlobStoreFault> send(BlobKey key, Hashed body, BlobSpec spec) throws IOException {
        try {
            sending.send(key, body, spec);
            return Optional.empty();
        } catch (SdkException e) {
            BlobStoreFault fault = Faults.of("cannot store blob " + key, e);
            if (e instanceof AwsServiceException answer && Faults.taken(answer)) {
                return Optional.of(fault);
            }
            throw fault;
        }
    }

    @Override
    public Optional<BlobInfo> find(BlobKey key) {
        return Look.at(client, names, key).map(object -> Labels.read(key, object));
    }

    @Override
    public InputStream open(BlobKey key) {
        return get(key, GetObjectRequest.builder());
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
        long last = length > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + length - 1;
        return get(key, GetObjectRequest.builder().range("bytes=" + offset + "-" + last));
    }

    private InputStream get(BlobKey key, GetObjectRequest.Builder ask) {
        try {
            return new Body(client.getObject(
                    ask.bucket(names.bucket()).key(names.of(key)).build(), ResponseTransformer.toInputStream()));
        } catch (AwsServiceException e) {
            if (Faults.notFound(e)) {
                throw new BlobNotFound(key);
            }
            if (e.statusCode() == 416) { // the blob ends before
                return InputStream.nullInputStream();
            }
            throw Faults.of("cannot open blob " + key, e);
        } catch (SdkException e) {
            throw Faults.of("cannot open blob " + key, e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        try {
            var unused = client.deleteObject(ask -> ask.bucket(names.bucket()).key(names.of(key)));
        } catch (AwsServiceException e) {
            if (!Faults.notFound(e)) {
                throw Faults.of("cannot delete blob " + key, e);
            }
        } catch (SdkException e) {
            throw Faults.of("cannot delete blob " + key, e);
        }
    }

    @Override
    public Stream<BlobEntry> list(BlobPrefix prefix) {
        return new Listing(client, names).under(prefix);
    }

    @Override
    public Optional<SignedAccess> signed() {
        return Optional.of(signed);
    }

    @Override
    public Optional<SignedParts> inParts() {
        return Optional.of(inParts);
    }

    /** Gives up uploads in parts that began before: the store would keep their bytes, and bill them, for ever. */
    @Override
    public void sweep(Instant before) {
        try {
            sending.giveUp(before);
        } catch (SdkException e) {
            throw Faults.of("cannot clear up broken-off uploads", e);
        }
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
