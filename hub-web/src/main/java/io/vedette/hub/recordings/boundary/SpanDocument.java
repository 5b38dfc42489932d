package io.vedette.hub.recordings.boundary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.recordings.entity.AskedSpan;
import io.vedette.hub.recordings.entity.SpanCount;
import io.vedette.hub.recordings.entity.SpanId;
import io.vedette.hub.recordings.entity.SpanWish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time over several cameras that was asked for. Whoever did not ask is told of the recordings alone that they may ask for themselves: what else there is, is
 * absent then.
 *
 * @param request of whoever asked
 * @param cameras whose recordings could be asked for
 * @param denied cameras that the asker saw, and whose recordings could not be asked for
 * @param empty cameras without a recording in that time
 * @param asked recordings that were asked for, and that the viewer may ask for
 * @param here recordings that were in the vault already
 * @param underWay recordings that somebody had asked for before
 * @param lost recordings that the edge had given up
 * @param progress of those that were asked for
 */
public record SpanDocument(
        SpanId span,
        UUID request,
        Instant from,
        Instant to,
        UploadPriority priority,
        @Nullable Instant deadline,
        Instant requestedAt,
        @Nullable Integer cameras,
        @Nullable Integer denied,
        @Nullable Integer empty,
        long asked,
        @Nullable Integer here,
        @Nullable Integer underWay,
        @Nullable Integer lost,
        SpanProgress progress) {

    /** The latest first. */
    public record SpanList(List<SpanDocument> spans) {}

    /**
     * @param request asking again with it is asking once; made by the hub when left out
     * @param priority WANTED when left out
     */
    public record NewSpan(
            @JsonSetter(nulls = Nulls.SET) @Nullable String request,
            @JsonSetter(contentNulls = Nulls.FAIL) Set<CameraId> cameras,
            Instant from,
            Instant to,
            @JsonSetter(nulls = Nulls.SET) @Nullable UploadPriority priority,
            @JsonSetter(nulls = Nulls.SET) @Nullable Instant deadline) {
        @JsonCreator
        public NewSpan {}

        SpanWish wish() {
            return new SpanWish(
                    request == null ? Uuids.fresh() : Uuids.parse(request),
                    cameras,
                    from,
                    to,
                    priority == null ? UploadPriority.WANTED : priority,
                    Optional.ofNullable(deadline));
        }
    }

    /** @param own whether the viewer asked for it */
    static SpanDocument of(AskedSpan span, SpanProgress progress, boolean own) {
        SpanCount count = span.count();
        return new SpanDocument(
                span.id(),
                span.request(),
                span.from(),
                span.to(),
                span.priority(),
                span.deadline().orElse(null),
                span.requestedAt(),
                own ? (Integer) count.cameras() : null,
                own ? (Integer) count.denied() : null,
                own ? (Integer) count.empty() : null,
                own ? count.asked() : progress.all(),
                own ? (Integer) count.here() : null,
                own ? (Integer) count.underWay() : null,
                own ? (Integer) count.lost() : null,
                progress);
    }
}
