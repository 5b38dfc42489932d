package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.AskedSpan;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Sender;
import io.vedette.hub.recordings.entity.SpanCount;
import io.vedette.hub.recordings.entity.SpanCount.Came;
import io.vedette.hub.recordings.entity.SpanId;
import io.vedette.hub.recordings.entity.SpanWish;
import io.vedette.hub.recordings.entity.Spans;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadWish;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the edge for every recording of a time, over several cameras: for whoever knows when something was, and not where. */
@Singleton
public class RequestSpan {
    /** Recordings of one time; their rows are written in one transaction. */
    public static final int MOST = 5_000;

    private final TenantWork work;
    private final VisibleCameras visible;
    private final Spans spans;
    private final Uploads uploads;
    private final EdgeSenders senders;
    private final GrantUploads grants;
    private final CancelUpload cancel;
    private final Clock clock;

    @Inject
    public RequestSpan(
            TenantWork work,
            VisibleCameras visible,
            Spans spans,
            Uploads uploads,
            EdgeSenders senders,
            GrantUploads grants,
            CancelUpload cancel,
            Clock clock) {
        this.work = work;
        this.visible = visible;
        this.spans = spans;
        this.uploads = uploads;
        this.senders = senders;
        this.grants = grants;
        this.cancel = cancel;
        this.clock = clock;
    }

    /** What came of asking. */
    public sealed interface Outcome {
        /** @param again it was asked for before, with the same request: nothing is done twice */
        record Asked(AskedSpan span, boolean again) implements Outcome {}

        /** The same request asked for something else before. */
        record OtherWish() implements Outcome {}

        /** More recordings than {@link #MOST} lie in it. */
        record TooMany() implements Outcome {}

        /** It would have been of use until a moment that has passed. */
        record TooLate() implements Outcome {}
    }

    /** Cameras that the viewer does not see are left out as if there were none; refused when no other one is left. */
    public Outcome by(Viewer viewer, SpanWish wish) {
        Set<CameraId> may = visible.among(viewer, wish.cameras(), Action.REQUEST_UPLOAD);
        Set<CameraId> seen = visible.among(viewer, wish.cameras());
        if (may.isEmpty()) {
            throw seen.isEmpty() ? Refusal.notFound() : Refusal.missingRight(Action.REQUEST_UPLOAD.name());
        }
        Optional<AskedSpan> before = spans.asked(viewer, wish, may);
        if (before.isPresent()) {
            return before.get().isOf(wish) ? new Outcome.Asked(before.get(), true) : new Outcome.OtherWish();
        }
        if (wish.deadline().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            return new Outcome.TooLate();
        }
        List<Recording> found = spans.overlapping(viewer, wish, may, MOST + 1);
        return found.size() > MOST
                ? new Outcome.TooMany()
                : new Outcome.Asked(new Asking(viewer, wish, may, seen.size() - may.size()).of(found), false);
    }

    /** Calls off all of it that is under way, as far as the viewer may; answers how many. */
    public int cancel(Viewer viewer, SpanId id) {
        AskedSpan span = spans.get(viewer, id);
        List<UploadId> open = spans.underWay(viewer, span.id());
        open.forEach(upload -> cancel.now(viewer.tenant(), upload));
        return open.size();
    }

    /** One request, at one moment. */
    private final class Asking {
        private final Viewer viewer;
        private final SpanWish wish;
        private final Set<CameraId> cameras;
        private final int denied;
        private final SpanId id = SpanId.fresh();
        private final Instant now = clock.instant();

        Asking(Viewer viewer, SpanWish wish, Set<CameraId> cameras, int denied) {
            this.viewer = viewer;
            this.wish = wish;
            this.cameras = cameras;
            this.denied = denied;
        }

        AskedSpan of(List<Recording> found) {
            Map<CameraId, List<Recording>> byCamera = found.stream().collect(Collectors.groupingBy(Recording::camera));
            Map<RecordingId, Upload> underWay = uploads.lockUnderWay(
                    viewer.tenant(), found.stream().map(Recording::id).toList());
            var count = new SpanCount(cameras.size(), denied, cameras.size() - byCamera.size());
            byCamera.forEach((camera, recordings) ->
                    ofCamera(camera, recordings, underWay).forEach(count::add));
            var span = new AskedSpan(id, viewer.subject(), wish, count, now);
            spans.add(viewer.tenant(), span);
            return span;
        }

        private List<Came> ofCamera(CameraId camera, List<Recording> recordings, Map<RecordingId, Upload> underWay) {
            Map<RecordingId, Sender> from = senders.of(viewer.tenant(), camera, recordings);
            List<Came> came = recordings.stream()
                    .map(one -> one(
                            one, Optional.ofNullable(from.get(one.id())), Optional.ofNullable(underWay.get(one.id()))))
                    .toList();
            long asked = came.stream().filter(Came.ASKED::equals).count();
            if (asked > 0) {
                work.note(Deed.ofCamera(DeedKind.UPLOAD_REQUESTED, camera.value())
                        .span(wish.from(), wish.to())
                        .with("recordings", asked));
            }
            // all of them at once, however many: the link of an agent holds only so many messages
            Stream.concat(
                            from.values().stream().map(Sender::id),
                            recordings.stream()
                                    .map(one -> underWay.get(one.id()))
                                    .filter(Objects::nonNull)
                                    .map(Upload::agent))
                    .distinct()
                    .map(there -> new AgentRef(viewer.tenant(), there, camera))
                    .forEach(there -> work.afterCommit(() -> grants.grantNew(there)));
            return came;
        }

        private Came one(Recording recording, Optional<Sender> sender, Optional<Upload> underWay) {
            return switch (recording.place()) {
                case VAULT -> Came.HERE;
                case GONE, LEAVING -> Came.LOST;
                case EDGE -> {
                    if (sender.isEmpty()) {
                        yield Came.LOST;
                    }
                    underWay.ifPresentOrElse(
                            this::joins,
                            () -> uploads.add(viewer.tenant(), asked(recording).sentBy(sender.get())));
                    yield underWay.isPresent() ? Came.UNDER_WAY : Came.ASKED;
                }
            };
        }

        private Upload asked(Recording recording) {
            return new Upload(UploadId.fresh(), recording, Optional.of(viewer.subject()), now)
                    .wished(new UploadWish(wish.priority(), wish.deadline(), Optional.of(id)));
        }

        private void joins(Upload upload) {
            var plain = new UploadWish(wish.priority(), wish.deadline(), Optional.empty());
            if (upload.wantedBy(viewer.subject(), plain)) {
                work.afterCommit(() -> grants.forget(upload.id()));
            }
        }
    }
}
