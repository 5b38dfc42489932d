package io.vedette.vault.s3;

import io.vedette.vault.network.AllowedAddresses;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The SDK's clients, made of the settings alone: nothing of this machine's AWS configuration or environment is looked at. */
final class Connection {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration TOTAL = Duration.ofSeconds(60);
    private static final int AT_ONCE = 32;
    /** Ends what takes too long; one for all clients, of which each would start five threads of its own. */
    private static final ScheduledExecutorService LIMITS = Executors.newScheduledThreadPool(
            1, work -> Thread.ofPlatform().name("s3-limits").daemon().unstarted(work));

    /** For a request that carries bytes. A part of 8 MiB passes within an attempt at a quarter of a megabit a second. */
    static final AwsRequestOverrideConfiguration WITH_BYTES = AwsRequestOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofMinutes(5))
            .apiCallTimeout(Duration.ofMinutes(15))
            .build();

    private Connection() {}

    static S3Client client(S3Settings settings, Predicate<InetAddress> allowed) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(style(settings))
                .requestChecksumCalculation(
                        RequestChecksumCalculation.valueOf(settings.checksums().name()))
                .responseChecksumValidation(
                        ResponseChecksumValidation.valueOf(settings.checksums().name()))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(none())
                        .scheduledExecutorService(LIMITS)
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(TOTAL)
                        .build())
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(IDLE)
                        .connectionAcquisitionTimeout(IDLE)
                        .maxConnections(AT_ONCE)
                        .proxyConfiguration(
                                ProxyConfiguration.builder() // would ask for names in our place, past the guard
                                        .useSystemPropertyValues(false)
                                        .useEnvironmentVariableValues(false)
                                        .build())
                        .dnsResolver(new AllowedAddresses(allowed)));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    static S3Presigner presigner(S3Settings settings, S3Client client) {
        var builder = S3Presigner.builder()
                .s3Client(client)
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(style(settings));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static StaticCredentialsProvider credentials(S3Settings settings) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                settings.accessKey(), settings.secretKey().reveal()));
    }

    private static S3Configuration style(S3Settings settings) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(settings.pathStyle())
                .build();
    }

    private static ProfileFile none() {
        return ProfileFile.aggregator().build();
    }
}
