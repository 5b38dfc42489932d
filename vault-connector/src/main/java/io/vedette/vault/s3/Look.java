package io.vedette.vault.s3;

import io.vedette.vault.BlobKey;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What the store says of an object without its bytes. */
final class Look {
    private Look() {}

    /** Empty when nothing is there; what lies there need not be a blob. */
    static Optional<HeadObjectResponse> at(S3Client client, Names names, BlobKey key) {
        try {
            return Optional.of(
                    client.headObject(ask -> ask.bucket(names.bucket()).key(names.of(key))));
        } catch (AwsServiceException e) {
            if (Faults.notFound(e)) {
                return Optional.empty();
            }
            throw Faults.of("cannot look at blob " + key, e);
        } catch (SdkException e) {
            throw Faults.of("cannot look at blob " + key, e);
        }
    }
}
