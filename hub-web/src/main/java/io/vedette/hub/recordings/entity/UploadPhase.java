package io.vedette.hub.recordings.entity;

/** The names of {@link UploadState} in the database. */
public enum UploadPhase {
    REQUESTED,
    UPLOADING,
    VERIFYING,
    STORED,
    FAILED,
    CANCELLED,
    GONE
}
