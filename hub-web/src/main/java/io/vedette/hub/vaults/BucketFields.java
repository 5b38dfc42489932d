package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields of a bucket. */
final class BucketFields {
    private static final String USUAL_REGION = "us-east-1";
    /** Stands for what is not looked at while one field is. */
    private static final S3Settings BLAND = new S3Settings(
            Optional.empty(),
            USUAL_REGION,
            "bucket",
            "",
            false,
            S3Checksums.WHEN_SUPPORTED,
            "access",
            new Secret("secret"));

    private BucketFields() {}

    static FormInput blank(FormInput form) {
        return form.preset("region", USUAL_REGION).preset("pathStyle", "on").preset("checksums", "on");
    }

    static FormInput of(FormInput form, StorageProvider provider) {
        form.preset("region", provider.region().orElse(USUAL_REGION));
        if (provider.pathStyle()) {
            form.preset("pathStyle", "on");
        }
        if (provider.straight()) {
            form.preset("straight", "on");
        }
        return provider.checksums() ? form.preset("checksums", "on") : form;
    }

    static Optional<ProviderSettings.Bucket> read(FormInput form, Optional<Supplier<Secret>> before) {
        Optional<Optional<URI>> endpoint = form.read("endpoint", BucketFields::endpoint, "form.storage.endpoint");
        Optional<String> region = form.read("region", BucketFields::region, "form.storage.region");
        Optional<String> bucket = form.read("bucket", BucketFields::bucket, "form.storage.bucket");
        Optional<String> prefix = form.read("prefix", BucketFields::prefix, "form.storage.prefix");
        Optional<String> access = form.read("accessKey", BucketFields::access, "form.storage.access");
        Optional<Secret> secret = ProviderForm.secret(form, before, "form.storage.secret");
        if (form.anyWrong()) {
            return Optional.empty();
        }
        return Optional.of(new ProviderSettings.Bucket(
                new S3Settings(
                        endpoint.orElseThrow(),
                        region.orElseThrow(),
                        bucket.orElseThrow(),
                        prefix.orElseThrow(),
                        form.chosen("pathStyle", "on"),
                        form.chosen("checksums", "on") ? S3Checksums.WHEN_SUPPORTED : S3Checksums.WHEN_REQUIRED,
                        access.orElseThrow(),
                        secret.orElseThrow()),
                form.chosen("straight", "on")));
    }

    private static Optional<URI> endpoint(String typed) {
        return settings(ProviderForm.endpoint(typed), USUAL_REGION, BLAND.bucket(), "", BLAND.accessKey())
                .endpoint();
    }

    private static String region(String typed) {
        return settings(Optional.empty(), typed.isEmpty() ? USUAL_REGION : typed, BLAND.bucket(), "", BLAND.accessKey())
                .region();
    }

    private static String bucket(String typed) {
        return settings(Optional.empty(), USUAL_REGION, typed, "", BLAND.accessKey())
                .bucket();
    }

    private static String prefix(String typed) {
        return settings(Optional.empty(), USUAL_REGION, BLAND.bucket(), ProviderForm.prefix(typed), BLAND.accessKey())
                .prefix();
    }

    private static String access(String typed) {
        return settings(Optional.empty(), USUAL_REGION, BLAND.bucket(), "", typed)
                .accessKey();
    }

    private static S3Settings settings(
            Optional<URI> endpoint, String region, String bucket, String prefix, String access) {
        return new S3Settings(
                endpoint, region, bucket, prefix, true, S3Checksums.WHEN_SUPPORTED, access, BLAND.secretKey());
    }
}
