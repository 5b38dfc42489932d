package io.vedette.hub.vaults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.Secret;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.check.CheckStore;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place to keep recordings in, for programs. The secret key is never given out.
 *
 * @param endpoint absent: AWS itself
 * @param main whether what is stored from now on goes there
 */
public record ProviderDocument(
        String id,
        String name,
        String kind,
        @Nullable String endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        boolean checksums,
        String accessKey,
        boolean main,
        Instant madeAt,
        int version) {

    /** All of them: there are never so many that they come in pages. */
    public record ProviderList(List<ProviderDocument> providers) {}

    static ProviderDocument of(StorageProvider provider) {
        return new ProviderDocument(
                provider.id().toString(),
                provider.name(),
                provider.kind().name(),
                provider.endpoint().map(URI::toString).orElse(null),
                provider.region(),
                provider.container(),
                provider.prefix(),
                provider.pathStyle(),
                provider.checksums(),
                provider.account(),
                provider.main(),
                provider.madeAt(),
                provider.version());
    }

    /**
     * What a program wants to bring, or to change one into.
     *
     * @param region {@code us-east-1} when left out
     * @param pathStyle as most stores of one's own want it: yes with an endpoint when left out
     * @param checksums yes when left out
     * @param secretKey may be left out of a change: it stays then
     */
    public record NewProvider(
            String name,
            @JsonSetter(nulls = Nulls.SET) @Nullable String endpoint,
            @JsonSetter(nulls = Nulls.SET) @Nullable String region,
            String bucket,
            @JsonSetter(nulls = Nulls.SET) @Nullable String prefix,
            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean pathStyle,
            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean checksums,
            String accessKey,
            @JsonSetter(nulls = Nulls.SET) @Nullable String secretKey) {
        private static final Secret NONE = new Secret("not given");

        @JsonCreator
        public NewProvider {
            name = new Name(name).value();
            var unused = settings(
                    endpoint, region, bucket, prefix, pathStyle, checksums, accessKey, secretOr(secretKey, () -> NONE));
        }

        /** @param before asked for when there is no other one */
        S3Settings settings(Supplier<Secret> before) {
            return settings(
                    endpoint, region, bucket, prefix, pathStyle, checksums, accessKey, secretOr(secretKey, before));
        }

        private static Secret secretOr(@Nullable String given, Supplier<Secret> otherwise) {
            return given == null ? otherwise.get() : new Secret(given);
        }

        private static S3Settings settings(
                @Nullable String endpoint,
                @Nullable String region,
                String bucket,
                @Nullable String prefix,
                @Nullable Boolean pathStyle,
                @Nullable Boolean checksums,
                String accessKey,
                Secret secret) {
            return new S3Settings(
                    Optional.ofNullable(endpoint).map(URI::create),
                    region == null ? "us-east-1" : region,
                    bucket,
                    prefix == null ? "" : prefix,
                    pathStyle == null ? endpoint != null : pathStyle,
                    checksums == null || checksums ? S3Checksums.WHEN_SUPPORTED : S3Checksums.WHEN_REQUIRED,
                    accessKey,
                    secret);
        }

        @Override
        public String toString() {
            return "a place called " + name;
        }
    }

    /**
     * What came of trying it out.
     *
     * @param passed the steps that worked, in their order
     * @param failed absent when all did
     */
    public record CheckDocument(
            List<String> passed, @Nullable FailedStep failed) {
        static CheckDocument of(CheckStore.Report report) {
            return new CheckDocument(
                    report.passed().stream().map(Enum::name).toList(),
                    report.failure().map(FailedStep::of).orElse(null));
        }
    }

    /**
     * Where it ended.
     *
     * @param kind who can mend it: {@code ABSENT}, {@code REFUSED}, {@code QUOTA}, {@code THROTTLED}, {@code BROKEN}
     * @param said what the store said
     */
    public record FailedStep(String step, String kind, String said) {
        static FailedStep of(CheckStore.Failure failure) {
            return new FailedStep(failure.step().name(), failure.kind().name(), failure.said());
        }
    }
}
