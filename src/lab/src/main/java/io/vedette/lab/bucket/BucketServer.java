package io.vedette.lab.bucket;

import io.vedette.contracts.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3 server (S3Proxy on a folder, in this process) that checks signatures, with as many buckets as asked for. */
public final class BucketServer implements AutoCloseable {
    private static final String ACCESS_KEY = "owner-access";
    private static final Secret SECRET_KEY = new Secret("owner-secret-of-the-test");

    private final AtomicInteger buckets = new AtomicInteger();
    private final InOneStep objects;
    private final S3Proxy server;

    public BucketServer(Path folder) throws Exception {
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        objects = new InOneStep(BlobStores.create("filesystem-nio2", properties));
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY.reveal())
                .build();
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public String accessKey() {
        return ACCESS_KEY;
    }

    public Secret secretKey() {
        return SECRET_KEY;
    }

    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(address())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY.reveal())))
                .build();
    }

    /** Makes one. */
    public String bucket() {
        String name = "bucket-" + buckets.incrementAndGet();
        try (S3Client client = client()) {
            var unused = client.createBucket(ask -> ask.bucket(name));
        }
        return name;
    }

    /** Names of the objects that were put together of parts, in whatever bucket. */
    public Set<String> joined() {
        return objects.joined();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
