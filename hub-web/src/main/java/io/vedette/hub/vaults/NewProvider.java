package io.vedette.hub.vaults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.Secret;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.azure.AzureSettings;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place that a program wants to bring, or to change one into.
 *
 * @param kind {@code S3} when left out
 * @param region of S3 alone, as are pathStyle and checksums; {@code us-east-1} when left out
 * @param bucket or container
 * @param pathStyle as most stores of one's own want it: yes with an endpoint when left out
 * @param checksums yes when left out
 * @param accessKey or the account that the container is of
 * @param straight whether agents send straight to it, of S3 alone; no when left out
 * @param secretKey may be left out of a change: it stays then
 */
public record NewProvider(
        String name,
        @JsonSetter(nulls = Nulls.SET) @Nullable StorageKind kind,
        @JsonSetter(nulls = Nulls.SET) @Nullable String endpoint,
        @JsonSetter(nulls = Nulls.SET) @Nullable String region,
        String bucket,
        @JsonSetter(nulls = Nulls.SET) @Nullable String prefix,
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean pathStyle,
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean checksums,
        @JsonSetter(nulls = Nulls.SET) @Nullable Boolean straight,
        String accessKey,
        @JsonSetter(nulls = Nulls.SET) @Nullable String secretKey) {
    /** In the form of either kind. */
    private static final Secret NONE = new Secret("bm90IGdpdmVu");

    @JsonCreator
    public NewProvider {
        name = new Name(name).value();
        var unused = kind == StorageKind.AZURE
                ? container(
                        endpoint,
                        region,
                        bucket,
                        prefix,
                        pathStyle,
                        checksums,
                        straight,
                        accessKey,
                        or(secretKey, () -> NONE))
                : bucket(
                        endpoint,
                        region,
                        bucket,
                        prefix,
                        pathStyle,
                        checksums,
                        straight,
                        accessKey,
                        or(secretKey, () -> NONE));
    }

    /** @param before asked for when there is no other one */
    ProviderSettings settings(Supplier<Secret> before) {
        Secret secret = or(secretKey, before);
        return kind == StorageKind.AZURE
                ? container(endpoint, region, bucket, prefix, pathStyle, checksums, straight, accessKey, secret)
                : bucket(endpoint, region, bucket, prefix, pathStyle, checksums, straight, accessKey, secret);
    }

    private static Secret or(@Nullable String given, Supplier<Secret> otherwise) {
        return given == null ? otherwise.get() : new Secret(given);
    }

    private static ProviderSettings bucket(
            @Nullable String endpoint,
            @Nullable String region,
            String bucket,
            @Nullable String prefix,
            @Nullable Boolean pathStyle,
            @Nullable Boolean checksums,
            @Nullable Boolean straight,
            String accessKey,
            Secret secret) {
        return new ProviderSettings.Bucket(
                new S3Settings(
                        Optional.ofNullable(endpoint).map(URI::create),
                        region == null ? "us-east-1" : region,
                        bucket,
                        prefix == null ? "" : prefix,
                        pathStyle == null ? endpoint != null : pathStyle,
                        checksums == null || checksums ? S3Checksums.WHEN_SUPPORTED : S3Checksums.WHEN_REQUIRED,
                        accessKey,
                        secret),
                Boolean.TRUE.equals(straight));
    }

    private static ProviderSettings container(
            @Nullable String endpoint,
            @Nullable String region,
            String container,
            @Nullable String prefix,
            @Nullable Boolean pathStyle,
            @Nullable Boolean checksums,
            @Nullable Boolean straight,
            String account,
            Secret key) {
        if (Stream.of(
                        Optional.ofNullable(region),
                        Optional.ofNullable(pathStyle),
                        Optional.ofNullable(checksums),
                        Optional.ofNullable(straight))
                .anyMatch(Optional::isPresent)) {
            throw new IllegalArgumentException(
                    "a container has no region, path style, checksums or straight way to choose");
        }
        return new ProviderSettings.Container(new AzureSettings(
                Optional.ofNullable(endpoint).map(URI::create), account, key, container, prefix == null ? "" : prefix));
    }

    @Override
    public String toString() {
        return "a place called " + name;
    }
}
