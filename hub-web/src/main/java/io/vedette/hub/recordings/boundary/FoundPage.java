package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.SiteDay;
import io.vedette.hub.recordings.entity.Upload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects the lists behind the numbers: recordings, and uploads that are not settled, of all cameras the viewer may replay. */
@Singleton
public class FoundPage {
    static final int PAGE = 100;
    private static final ZoneId UTC = ZoneId.of("UTC"); // with a name that people know

    private final Cameras cameras;
    private final Sites sites;
    private final FoundRecordings recordings;
    private final OpenUploads open;
    private final UploadShown uploads;
    private final RecordingRows rows;
    private final Clock clock;

    @Inject
    public FoundPage(
            Cameras cameras,
            Sites sites,
            FoundRecordings recordings,
            OpenUploads open,
            UploadShown uploads,
            RecordingRows rows,
            Clock clock) {
        this.cameras = cameras;
        this.sites = sites;
        this.recordings = recordings;
        this.open = open;
        this.uploads = uploads;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param given what narrows the list, in words, each with the address of the list without it
     * @param choices one of them narrows the list further
     * @param more the address of what comes after; empty at the end
     * @param form fields that narrow it by what was seen; empty where nothing is
     * @param unshared there is no camera whose recordings the viewer may replay: nothing that narrows is to blame
     */
    public record Model<R>(
            List<Choice> given, List<Choice> choices, List<R> rows, String more, FoundForm form, boolean unshared) {
        /** Whether there may be others that this address leaves out. The first choice leaves out nothing. */
        public boolean narrowed() {
            return !given.isEmpty() || !choices.getFirst().current();
        }
    }

    public record Choice(String words, String href, boolean current) {}

    /** A recording with the name of its camera. */
    public record Found(String camera, RecordingRow recording) {}

    /**
     * @param href of the recording
     * @param turn its priority, until when it is wanted, and how many go before it, in words
     */
    public record Sending(
            String camera,
            String href,
            Moment time,
            UploadDocument upload,
            String turn,
            boolean canRequest,
            boolean canCancel,
            boolean canGoFirst) {}

    /** The cameras around a list, each asked for once. */
    private record Around(Map<CameraId, Camera> cameras, Map<SiteId, Site> sites, Set<CameraId> mayRequest) {
        ZoneId zone(CameraId camera) {
            return Optional.ofNullable(cameras.get(camera))
                    .map(one -> sites.get(one.site()))
                    .map(Site::zone)
                    .orElse(UTC);
        }

        /** That of all sites, when they have one and the same. */
        ZoneId commonZone() {
            List<ZoneId> zones =
                    sites.values().stream().map(Site::zone).distinct().toList();
            return zones.size() == 1 ? zones.getFirst() : UTC;
        }

        String name(CameraId camera) {
            return Optional.ofNullable(cameras.get(camera)).map(Camera::name).orElse("");
        }
    }

    Model<Found> recordings(Visit visit, FoundRecordings.Filter filter, Address address, Locale language) {
        Around around = around(visit.viewer());
        List<Recording> found = recordings.find(visit.viewer(), filter, address.skip(PAGE), PAGE + 1);
        List<Recording> page = found.subList(0, Math.min(found.size(), PAGE));
        RecordingRows.Page beside = rows.page(visit, page, language);
        List<Choice> places = new ArrayList<>();
        places.add(choice(
                language, "found.all", address.without("place"), filter.place().isEmpty()));
        for (Place place : Place.values()) {
            String code = place.name().toLowerCase(Locale.ROOT);
            places.add(choice(
                    language,
                    "recordings.place." + code + ".title",
                    address.with("place", code),
                    filter.place().equals(Optional.of(place))));
        }
        List<Found> shown = page.stream()
                .map(one -> new Found(
                        around.name(one.camera()),
                        beside.row(one, around.mayRequest().contains(one.camera()), around.zone(one.camera()))))
                .toList();
        return new Model<>(
                given(around, filter, address, language),
                places,
                shown,
                found.size() > PAGE ? address.next() : "",
                FoundForm.of(address, shown.stream().map(Found::recording).toList()),
                found.isEmpty() && unshared(visit.viewer()));
    }

    Model<Sending> uploads(
            Visit visit, Optional<OpenUploads.Kind> kind, Optional<CameraId> camera, Address address, Locale language) {
        Around around = around(visit.viewer());
        List<Upload> found = open.find(visit.viewer(), kind, camera, address.skip(PAGE), PAGE + 1);
        Map<UploadId, Long> ahead = uploads.ahead(visit.viewer(), found);
        List<Choice> kinds = new ArrayList<>();
        kinds.add(choice(language, "found.all", address.without("state"), kind.isEmpty()));
        for (OpenUploads.Kind one : OpenUploads.Kind.values()) {
            kinds.add(choice(
                    language,
                    "uploads." + one.code(),
                    address.with("state", one.code()),
                    kind.equals(Optional.of(one))));
        }
        return new Model<>(
                camera.map(id -> List.of(new Choice(
                                seen(around, id), address.without("camera").toString(), false)))
                        .orElse(List.of()),
                kinds,
                found.stream()
                        .limit(PAGE)
                        .map(one -> sending(visit, around, one, Optional.ofNullable(ahead.get(one.id())), language))
                        .toList(),
                found.size() > PAGE ? address.next() : "",
                FoundForm.of(address, List.of()),
                found.isEmpty() && unshared(visit.viewer()));
    }

    private boolean unshared(Viewer viewer) {
        return cameras.ids(viewer, Action.REPLAY).isEmpty();
    }

    private Sending sending(Visit visit, Around around, Upload upload, Optional<Long> ahead, Locale language) {
        UploadDocument document = uploads.document(visit.viewer().tenant(), UploadProgress.of(upload), language);
        boolean may = around.mayRequest().contains(upload.camera());
        return new Sending(
                around.name(upload.camera()),
                visit.at("/recordings/" + upload.recording()),
                Moment.of(upload.recordingStartedAt(), around.zone(upload.camera()), clock.instant(), language),
                document,
                turn(document, ahead, around.zone(upload.camera()), language),
                may && document.over(),
                may && document.moving(),
                may && ahead.isPresent() && document.priority() != UploadPriority.URGENT);
    }

    private String turn(UploadDocument upload, Optional<Long> ahead, ZoneId zone, Locale language) {
        List<String> words = new ArrayList<>();
        if (upload.moving()) {
            words.add(Messages.text(
                    language, "priority." + upload.priority().name().toLowerCase(Locale.ROOT)));
        }
        ahead.ifPresent(others -> words.add(Messages.text(language, "uploads.ahead", others)));
        Optional.ofNullable(upload.deadline())
                .ifPresent(end -> words.add(Messages.text(language, "uploads.until", words(end, zone, language))));
        return String.join(" · ", words);
    }

    private List<Choice> given(Around around, FoundRecordings.Filter filter, Address address, Locale language) {
        List<Choice> given = new ArrayList<>();
        filter.site().ifPresent(id -> {
            Site site = Optional.ofNullable(around.sites().get(id)).orElseThrow(Refusal::notFound);
            given.add(new Choice(site.name(), address.without("site").toString(), false));
        });
        filter.camera()
                .ifPresent(id -> given.add(
                        new Choice(seen(around, id), address.without("camera").toString(), false)));
        if (address.has("from") || address.has("to")) {
            ZoneId zone = filter.site()
                    .map(id -> around.sites().get(id))
                    .map(Site::zone)
                    .or(() -> filter.camera().map(around::zone))
                    .orElseGet(around::commonZone);
            given.add(new Choice(
                    span(filter, address, zone, language),
                    address.without("from").without("to").toString(),
                    false));
        }
        given.addAll(GivenLabels.of(filter.seen(), address, language));
        return given;
    }

    private String span(FoundRecordings.Filter filter, Address address, ZoneId zone, Locale language) {
        SiteDay day = SiteDay.of(filter.from(), zone);
        if (filter.from().equals(day.begin()) && filter.to().equals(day.end())) {
            return Moment.date(day.date(), language) + " (" + zone.getId() + ")";
        }
        return Messages.text(
                language,
                address.has("from") ? address.has("to") ? "found.span" : "found.from" : "found.to",
                words(filter.from(), zone, language),
                words(filter.to(), zone, language),
                zone.getId());
    }

    private String words(Instant at, ZoneId zone, Locale language) {
        return Moment.of(at, zone, clock.instant(), language).words();
    }

    private static String seen(Around around, CameraId id) {
        return Optional.ofNullable(around.cameras().get(id)).map(Camera::name).orElseThrow(Refusal::notFound);
    }

    private Around around(Viewer viewer) {
        Set<CameraId> may = new HashSet<>();
        cameras.all(viewer, Action.REQUEST_UPLOAD).forEach(camera -> may.add(camera.id()));
        return new Around(byId(cameras.all(viewer), Camera::id), byId(sites.all(viewer), Site::id), may);
    }

    private static <K, V> Map<K, V> byId(List<V> all, Function<V, K> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Choice choice(Locale language, String key, Address address, boolean current) {
        return new Choice(Messages.text(language, key), address.toString(), current);
    }
}
