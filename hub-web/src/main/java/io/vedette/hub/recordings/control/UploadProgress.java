package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.UploadWish;

/** How an upload stands, for whoever watches it; and in which way it was asked for, as of when its bytes began to come. */
public record UploadProgress(
        UploadId upload,
        RecordingId recording,
        AgentId agent,
        boolean fromVault,
        UploadState state,
        long received,
        long bytes,
        UploadWish wish) {
    public static UploadProgress of(Upload upload) {
        return new UploadProgress(
                upload.id(),
                upload.recording(),
                upload.agent(),
                upload.fromVault(),
                upload.state(),
                upload.receivedBytes(),
                upload.bytes(),
                upload.wish());
    }
}
