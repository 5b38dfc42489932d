package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;

/** How an upload stands, for whoever watches it. */
public record UploadProgress(
        UploadId upload, RecordingId recording, AgentId agent, UploadState state, long received, long bytes) {
    public static UploadProgress of(Upload upload) {
        return new UploadProgress(
                upload.id(),
                upload.recording(),
                upload.agent(),
                upload.state(),
                upload.receivedBytes(),
                upload.bytes());
    }
}
