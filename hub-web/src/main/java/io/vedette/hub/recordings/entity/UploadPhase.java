package io.vedette.hub.recordings.entity;

/** The names of {@link UploadState} in the database. */
public enum UploadPhase {
    REQUESTED,
    UPLOADING,
    VERIFYING,
    STORED,
    FAILED,
    CANCELLED,
    GONE;

    /** As {@link UploadState#underWay}. */
    public boolean underWay() {
        return switch (this) {
            case REQUESTED, UPLOADING, VERIFYING -> true;
            case STORED, FAILED, CANCELLED, GONE -> false;
        };
    }
}
