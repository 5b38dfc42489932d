package io.vedette.vault.event.sqs;

import io.vedette.vault.network.AllowedAddresses;
import java.net.InetAddress;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's client, made of the settings alone: nothing of this machine's AWS configuration or environment is looked at. */
final class Connection {
    private static final int AT_ONCE = 32;

    private Connection() {}

    static SqsClient client(SqsSettings settings, Predicate<InetAddress> allowed) {
        // two tries must fit into the whole
        return SqsClient.builder()
                .region(Region.of(settings.region()))
                .endpointOverride(settings.queue().resolve("/"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey(), settings.secretKey().reveal())))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(settings.patience().part(2))
                        .apiCallTimeout(settings.patience().total())
                        .build())
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(settings.patience().part(4))
                        .socketTimeout(settings.patience().part(2))
                        .connectionAcquisitionTimeout(settings.patience().part(2))
                        .maxConnections(AT_ONCE)
                        .proxyConfiguration(
                                ProxyConfiguration.builder() // would ask for names in our place, past the guard
                                        .useSystemPropertyValues(false)
                                        .useEnvironmentVariableValues(false)
                                        .build())
                        .dnsResolver(new AllowedAddresses(allowed)))
                .build();
    }
}
