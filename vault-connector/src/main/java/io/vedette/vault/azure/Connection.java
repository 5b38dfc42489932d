package io.vedette.vault.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.AddDatePolicy;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.BlobServiceVersion;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.StorageSharedKeyCredentialPolicy;
import io.vedette.vault.BlobKey;
import io.vedette.vault.NamePrefix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.function.Predicate;

/** The SDK's client of one container, made of the settings alone. */
final class Connection implements AutoCloseable {
    /** Said out loud, so that a newer SDK does not ask older stores for what they do not know. */
    private static final BlobServiceVersion VERSION = BlobServiceVersion.V2023_11_03;

    private final Transport transport;
    private final HttpPipeline pipeline;
    private final BlobContainerClient container;
    private final NamePrefix names;

    Connection(AzureSettings settings, Limits limits, Predicate<InetAddress> allowed) {
        this.transport = new Transport(limits, allowed);
        this.names = new NamePrefix(settings.prefix());
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(transport)
                .policies( // date and signature are behind the retries: a try that waited has a new one
                        new Retries(limits.tries()).policy(),
                        new AddDatePolicy(),
                        new StorageSharedKeyCredentialPolicy(new StorageSharedKeyCredential(
                                settings.account(), settings.key().reveal())))
                .build();
        this.container = new BlobContainerClientBuilder()
                .endpoint(settings.address().toString())
                .containerName(settings.container())
                .serviceVersion(VERSION)
                .pipeline(pipeline)
                .buildClient();
    }

    BlobContainerClient container() {
        return container;
    }

    NamePrefix names() {
        return names;
    }

    BlockBlobClient blob(BlobKey key) {
        return container.getBlobClient(names.of(key)).getBlockBlobClient();
    }

    /**
     * Reads a blob in one request and as it comes; the SDK's own stream fetches pieces of 4 MiB into memory, and asks for the first
     * before it gives a byte.
     *
     * @param range as in the header of that name, or empty
     */
    Streamed read(BlobKey key, String range) {
        var ask = new HttpRequest(HttpMethod.GET, blob(key).getBlobUrl())
                .setHeader(HttpHeaderName.CONTENT_LENGTH, "0") // signed as "null" otherwise
                .setHeader(HttpHeaderName.fromString("x-ms-version"), VERSION.getVersion());
        if (!range.isEmpty()) {
            ask.setHeader(HttpHeaderName.RANGE, range);
        }
        return (Streamed) pipeline.sendSync(ask, new Context(Transport.STREAMED, true));
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
