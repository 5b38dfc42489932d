package io.vedette.hub.recordings.entity;

/** Why an upload failed, where people get words for it. */
public enum UploadFailure {
    /** All bytes came, and they are not those that were recorded. */
    MISMATCH,
    /** The agent has the recording and cannot send it; it says why. */
    EDGE,
    /** The vault holds something else under the same name. */
    VAULT,
    /** It was of use until a moment that has passed. */
    LATE
}
