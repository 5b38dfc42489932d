package io.vedette.hub.recordings.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next ask again with this as {@code from}; absent when this is all */
public record RecordingList(
        List<RecordingDocument> recordings, @Nullable Instant next) {}
