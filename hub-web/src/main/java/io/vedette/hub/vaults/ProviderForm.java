package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the form of a place. Everything wrong is noted at its field. */
final class ProviderForm {
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

    private ProviderForm() {}

    record Wish(Name name, S3Settings settings) {}

    static FormInput blank() {
        return FormInput.empty()
                .preset("region", USUAL_REGION)
                .preset("pathStyle", "on")
                .preset("checksums", "on");
    }

    static FormInput of(StorageProvider provider) {
        FormInput form = FormInput.empty()
                .preset("name", provider.name())
                .preset("endpoint", provider.endpoint().map(URI::toString).orElse(""))
                .preset("region", provider.region())
                .preset("bucket", provider.container())
                .preset("prefix", provider.prefix())
                .preset("accessKey", provider.account());
        if (provider.pathStyle()) {
            form.preset("pathStyle", "on");
        }
        return provider.checksums() ? form.preset("checksums", "on") : form;
    }

    /** @param before the secret that stays when none is typed; empty when there is none yet */
    static Optional<Wish> read(FormInput form, Optional<Supplier<Secret>> before) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Optional<Optional<URI>> endpoint = form.read("endpoint", ProviderForm::endpoint, "form.storage.endpoint");
        Optional<String> region = form.read("region", ProviderForm::region, "form.storage.region");
        Optional<String> bucket = form.read("bucket", ProviderForm::bucket, "form.storage.bucket");
        Optional<String> prefix = form.read("prefix", ProviderForm::prefix, "form.storage.prefix");
        Optional<String> access = form.read("accessKey", ProviderForm::access, "form.storage.access");
        String typed = form.text("secretKey").strip();
        if (typed.isEmpty() && before.isEmpty()) {
            form.wrong("secretKey", "form.storage.secret");
        }
        if (form.anyWrong()) {
            return Optional.empty();
        }
        Secret secret = typed.isEmpty() ? before.orElseThrow().get() : new Secret(typed);
        var settings = new S3Settings(
                endpoint.orElseThrow(),
                region.orElseThrow(),
                bucket.orElseThrow(),
                prefix.orElseThrow(),
                form.chosen("pathStyle", "on"),
                form.chosen("checksums", "on") ? S3Checksums.WHEN_SUPPORTED : S3Checksums.WHEN_REQUIRED,
                access.orElseThrow(),
                secret);
        return Optional.of(new Wish(name.orElseThrow(), settings));
    }

    private static Optional<URI> endpoint(String typed) {
        Optional<URI> address = typed.isEmpty() ? Optional.empty() : Optional.of(URI.create(typed));
        return settings(address, USUAL_REGION, BLAND.bucket(), "", BLAND.accessKey())
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

    /** People write a folder with or without slashes around it. */
    private static String prefix(String typed) {
        String bare = typed.replaceAll("^/+|/+$", "");
        return settings(
                        Optional.empty(),
                        USUAL_REGION,
                        BLAND.bucket(),
                        bare.isEmpty() ? "" : bare + "/",
                        BLAND.accessKey())
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
