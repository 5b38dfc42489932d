package io.vedette.hub.recordings.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next address of the next page; absent at the end */
public record RecordingList(
        List<RecordingDocument> recordings, @Nullable String next) {}
