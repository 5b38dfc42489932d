package io.vedette.vault.azure;

import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.azure.storage.common.sas.SasProtocol;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.SignedAccess;
import io.vedette.vault.SignedAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Addresses signed with the account's key (service SAS of one blob). The version they are signed in is the SDK's newest, or what the
 * environment's {@code AZURE_STORAGE_SAS_SERVICE_VERSION} says: the one thing the SDK lets nobody else decide.
 *
 * <p>Such a signature covers the blob, the right and the end, and no headers: neither length nor hash nor metadata. Who holds an
 * address to put may put any bytes, up to what Azure takes at once, and say of them what they like. What it cannot do is write over a
 * blob, because the right is to create. So whoever made the address compares what it finds with what was declared, and verifies the
 * blob, before it relies on it; something else that lies there is taken away by the next put of the store itself.
 */
final class AzureSigned implements SignedAccess {
    private final Connection azure;
    private final Clock clock;

    AzureSigned(Connection azure, Clock clock) {
        this.azure = azure;
        this.clock = clock;
    }

    @Override
    public SignedAddress get(BlobKey key, Duration validFor) {
        return address(key, new BlobSasPermission().setReadPermission(true), validFor, Map.of());
    }

    @Override
    public SignedAddress put(BlobKey key, BlobSpec spec, Duration validFor) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-ms-blob-type", "BlockBlob");
        headers.put("content-type", spec.contentType());
        headers.put("if-none-match", "*");
        Labels.of(spec).forEach((name, value) -> headers.put("x-ms-meta-" + name, value));
        return address(key, new BlobSasPermission().setCreatePermission(true), validFor, headers);
    }

    private SignedAddress address(
            BlobKey key, BlobSasPermission right, Duration validFor, Map<String, String> headers) {
        SignedAccess.requireValid(validFor);
        BlockBlobClient blob = azure.blob(key);
        Instant expires = clock.instant().plus(validFor).truncatedTo(ChronoUnit.SECONDS); // all that a signature holds
        boolean secret = blob.getBlobUrl().startsWith("https:");
        String signature = blob.generateSas(new BlobServiceSasSignatureValues(expires.atOffset(ZoneOffset.UTC), right)
                .setProtocol(secret ? SasProtocol.HTTPS_ONLY : SasProtocol.HTTPS_HTTP));
        return new SignedAddress(URI.create(blob.getBlobUrl() + "?" + signature), headers, expires);
    }
}
