package io.vedette.vault.s3;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import io.vedette.vault.SignedAccess;
import io.vedette.vault.SignedAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;

/** Addresses signed with the owner's keys (AWS Signature Version 4, query parameters). */
final class S3Signed implements SignedAccess {
    private final S3Presigner presigner;
    private final Names names;
    private final S3Checksums checksums;

    S3Signed(S3Presigner presigner, Names names, S3Checksums checksums) {
        this.presigner = presigner;
        this.names = names;
        this.checksums = checksums;
    }

    @Override
    public SignedAddress get(BlobKey key, Duration validFor) {
        SignedAccess.requireValid(validFor);
        var request = GetObjectRequest.builder()
                .bucket(names.bucket())
                .key(names.of(key))
                .build();
        return address(presigner.presignGetObject(GetObjectPresignRequest.builder()
                .signatureDuration(validFor)
                .getObjectRequest(request)
                .build()));
    }

    @Override
    public SignedAddress put(BlobKey key, BlobSpec spec, Duration validFor) {
        SignedAccess.requireValid(validFor);
        var request = PutObjectRequest.builder()
                .bucket(names.bucket())
                .key(names.of(key))
                .contentType(spec.contentType())
                .contentLength(spec.bytes())
                .metadata(Labels.of(spec))
                .ifNoneMatch("*");
        if (checksums == S3Checksums.WHEN_SUPPORTED) {
            request.checksumSHA256(base64(spec.sha256()));
        }
        return address(presigner.presignPutObject(PutObjectPresignRequest.builder()
                .signatureDuration(validFor)
                .putObjectRequest(request.build())
                .build()));
    }

    static String base64(Sha256 sha256) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256.hex()));
    }

    static SignedAddress address(PresignedRequest signed) {
        Map<String, String> headers = new HashMap<>();
        signed.signedHeaders().forEach((name, values) -> {
            String header = name.toLowerCase(Locale.ROOT);
            if (!header.equals("host") && !header.equals("content-length")) { // these two every client sends by itself
                headers.put(header, values.getFirst());
            }
        });
        return new SignedAddress(URI.create(signed.url().toExternalForm()), headers, signed.expiration());
    }
}
