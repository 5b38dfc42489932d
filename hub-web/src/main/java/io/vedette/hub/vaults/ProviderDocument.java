package io.vedette.hub.vaults;

import io.vedette.vault.check.CheckStore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place to keep recordings in, for programs. The secret key is never given out.
 *
 * @param endpoint absent: where the kind is at home
 * @param region of S3 alone, as are pathStyle and checksums
 * @param bucket or container
 * @param accessKey or the account that the container is of
 * @param straight whether agents send straight to it
 * @param unreachedAt when an agent last did not reach it; absent: none since it was changed, as far as is known
 * @param main whether what is stored from now on goes there
 */
public record ProviderDocument(
        String id,
        String name,
        String kind,
        @Nullable String endpoint,
        @Nullable String region,
        String bucket,
        String prefix,
        @Nullable Boolean pathStyle,
        @Nullable Boolean checksums,
        @Nullable Boolean straight,
        @Nullable Instant unreachedAt,
        String accessKey,
        boolean main,
        Instant madeAt,
        int version) {

    /** All of them: there are never so many that they come in pages. */
    public record ProviderList(List<ProviderDocument> providers) {}

    static ProviderDocument of(StorageProvider provider) {
        boolean s3 = provider.kind() == StorageKind.S3;
        return new ProviderDocument(
                provider.id().toString(),
                provider.name(),
                provider.kind().name(),
                provider.endpoint().map(URI::toString).orElse(null),
                provider.region().orElse(null),
                provider.container(),
                provider.prefix(),
                s3 ? provider.pathStyle() : null,
                s3 ? provider.checksums() : null,
                s3 ? provider.straight() : null,
                provider.unreached().map(StorageProvider.Unreached::at).orElse(null),
                provider.account(),
                provider.main(),
                provider.madeAt(),
                provider.version());
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
