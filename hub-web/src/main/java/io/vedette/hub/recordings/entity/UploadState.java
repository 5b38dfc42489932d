package io.vedette.hub.recordings.entity;

/** How an upload stands. */
public sealed interface UploadState {
    /** Asked for; the agent has not begun, or does not know yet. */
    record Requested() implements UploadState {}

    /** @param received bytes that are here */
    record Uploading(long received) implements UploadState {}

    /** All bytes are here; nobody knows yet whether they are right. */
    record Verifying() implements UploadState {}

    record Stored() implements UploadState {}

    /** @param detail what the agent said, or nothing */
    record Failed(UploadFailure why, String detail) implements UploadState {}

    record Cancelled() implements UploadState {}

    /** The edge gave the recording up before it was sent. */
    record Gone() implements UploadState {}

    /** Whether more may come. */
    default boolean underWay() {
        return switch (this) {
            case Requested r -> true;
            case Uploading u -> true;
            case Verifying v -> true;
            case Stored s -> false;
            case Failed f -> false;
            case Cancelled c -> false;
            case Gone g -> false;
        };
    }

    default UploadPhase phase() {
        return switch (this) {
            case Requested r -> UploadPhase.REQUESTED;
            case Uploading u -> UploadPhase.UPLOADING;
            case Verifying v -> UploadPhase.VERIFYING;
            case Stored s -> UploadPhase.STORED;
            case Failed f -> UploadPhase.FAILED;
            case Cancelled c -> UploadPhase.CANCELLED;
            case Gone g -> UploadPhase.GONE;
        };
    }
}
