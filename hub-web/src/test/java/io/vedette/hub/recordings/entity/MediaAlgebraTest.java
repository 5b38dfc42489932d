package io.vedette.hub.recordings.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.grants.RandomPlace;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Fleet;
import io.vedette.hub.kerberos.KerberosBook;
import io.vedette.hub.kerberos.KerberosPresence;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What lists, timelines, figures and pictures of recordings show of random grants, against the same thing said in sets. Each camera has a
 * recording at the edge with a picture, a failed upload and a moment at which its picture was lost.
 */
class MediaAlgebraTest {
    private static final HubWorld WORLD =
            new HubWorld(Recording.class, RecordingTotal.class, Beginning.class, Upload.class, CameraEvent.class);
    private static final Instant NOW = WORLD.clock.instant();
    private static final Instant FROM = NOW.minus(Duration.ofHours(2));

    private final Recordings recordings = new Recordings(WORLD.work, WORLD.visible);
    private final FoundRecordings found = new FoundRecordings(WORLD.visible);
    private final Uploads uploads = new Uploads(WORLD.work, WORLD.visible);
    private final OpenUploads open = new OpenUploads(WORLD.visible);
    private final LastPictures pictures = new LastPictures(WORLD.visible);
    private final RecordingFigures figures = new RecordingFigures(WORLD.visible);
    private final CoverageFigures coverage = new CoverageFigures(WORLD.visible);
    private final Agents agents = new Agents(WORLD.work, WORLD.visible);
    private final Fleet fleet = new Fleet(
            WORLD.cameras,
            WORLD.sites,
            agents,
            new AgentLinks(),
            new KerberosPresence(new KerberosBook(WORLD.work), WORLD.clock));

    /** What a camera has. */
    private record Kept(Recording recording, UploadId upload) {}

    @AfterContainer
    static void close() {
        WORLD.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void whatIsShownOfRecordingsIsWhatTheSetsSay(@ForAll long seed) {
        var place = new RandomPlace(WORLD, new Random(seed));
        TenantId tenant = place.viewers().getFirst().tenant();
        Map<CameraId, Kept> kept = new HashMap<>();
        for (CameraId camera : place.all()) {
            AgentRef agent = TestAgents.pair(WORLD.work, tenant, camera);
            kept.put(camera, WORLD.work.as(tenant, () -> keep(agent)));
        }
        for (Viewer viewer : place.viewers()) {
            Set<CameraId> known = place.visible(viewer, Optional.empty());
            Set<CameraId> replayed = place.visible(viewer, Optional.of(Action.REPLAY));
            WORLD.work.run(tenant, () -> {
                overAll(place, viewer, replayed);
                ofThese(viewer, place.all(), replayed, kept);
                asTheCameras(place, viewer, known);
                place.all().forEach(camera -> one(viewer, camera, kept.get(camera), replayed.contains(camera)));
                place.all()
                        .forEach(camera -> theUpload(
                                place, viewer, camera, kept.get(camera).upload()));
            });
        }
    }

    /** Lists that ask for no camera. */
    private void overAll(RandomPlace place, Viewer viewer, Set<CameraId> replayed) {
        var filter = new FoundRecordings.Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), FROM, NOW.plusSeconds(1));
        assertThat(cameras(found.find(viewer, filter, 0, 500), Recording::camera))
                .isEqualTo(replayed);
        assertThat(cameras(found.page(viewer, filter, all()), Recording::camera))
                .isEqualTo(replayed);
        assertThat(cameras(uploads.page(viewer, all()), Upload::camera)).isEqualTo(replayed);
        assertThat(ids(open.counts(viewer), OpenUploads.Count::camera)).isEqualTo(replayed);
        assertThat(cameras(open.find(viewer, Optional.empty(), Optional.empty(), 0, 500), Upload::camera))
                .isEqualTo(replayed);
        assertThat(ids(figures.kept(viewer), RecordingFigures.Kept::camera)).isEqualTo(replayed);
        Map<UUID, Long> counts = figures.quarters(viewer, FROM, NOW.plusSeconds(1)).stream()
                .collect(Collectors.groupingBy(
                        RecordingFigures.Quarter::site, Collectors.summingLong(RecordingFigures.Quarter::count)));
        assertThat(counts)
                .isEqualTo(replayed.stream()
                        .collect(Collectors.groupingBy(
                                camera -> place.site(camera).value(), Collectors.counting())));
        for (SiteId site : replayed.stream().map(place::site).collect(Collectors.toSet())) {
            var there = new FoundRecordings.Filter(
                    Optional.of(site), Optional.empty(), Optional.of(Place.EDGE), FROM, NOW.plusSeconds(1));
            assertThat(cameras(found.find(viewer, there, 0, 500), Recording::camera))
                    .isEqualTo(replayed.stream()
                            .filter(camera -> place.site(camera).equals(site))
                            .collect(Collectors.toSet()));
        }
    }

    /** Lists that were asked for every camera there is, those that must not be shown among them. */
    private void ofThese(Viewer viewer, Set<CameraId> all, Set<CameraId> replayed, Map<CameraId, Kept> kept) {
        assertThat(pictures.of(viewer, all))
                .isEqualTo(replayed.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                camera -> kept.get(camera).recording().id())));
        assertThat(ids(coverage.stretches(viewer, all, FROM, NOW.plusSeconds(1)), CoverageFigures.Stretch::camera))
                .isEqualTo(replayed);
        assertThat(ids(coverage.turns(viewer, all, FROM, NOW.plusSeconds(1)), CoverageFigures.Turn::camera))
                .isEqualTo(replayed);
    }

    /** What is told of cameras to whoever knows of them, whatever they may do with them. */
    private void asTheCameras(RandomPlace place, Viewer viewer, Set<CameraId> known) {
        for (List<CameraSight> sights : List.of(fleet.all(viewer), fleet.page(viewer, all()))) {
            assertThat(cameras(sights, sight -> sight.camera().id())).isEqualTo(known);
            assertThat(cameras(sights, sight -> sight.agent().orElseThrow().camera()))
                    .isEqualTo(known);
            sights.forEach(sight -> {
                CameraId camera = sight.camera().id();
                assertThat(sight.actions())
                        .isEqualTo(Set.of(Action.values()).stream()
                                .filter(action -> place.visible(viewer, Optional.of(action))
                                        .contains(camera))
                                .collect(Collectors.toSet()));
            });
        }
    }

    private void one(Viewer viewer, CameraId camera, Kept kept, boolean replayed) {
        Instant end = NOW.plusSeconds(1);
        answers(replayed, () -> recordings.between(viewer, camera, FROM, end, 10));
        answers(replayed, () -> recordings.page(viewer, camera, FROM, end, all()));
        answers(replayed, () -> recordings.spans(viewer, camera, FROM, end));
        answers(replayed, () -> recordings.latest(viewer, camera).stream().toList());
        answers(replayed, () -> recordings.events(viewer, camera, FROM, end, 10));
        answers(
                replayed,
                () -> recordings.eventBefore(viewer, camera, end).stream().toList());
        answers(replayed, () -> List.of(recordings.get(viewer, kept.recording().id(), Action.REPLAY)));
    }

    private void theUpload(RandomPlace place, Viewer viewer, CameraId camera, UploadId upload) {
        boolean told = place.visible(viewer, Optional.of(Action.REPLAY)).contains(camera)
                || place.visible(viewer, Optional.of(Action.REQUEST_UPLOAD)).contains(camera);
        answers(told, () -> List.of(uploads.get(viewer, upload)));
    }

    /** Something, or a refusal: never nothing, which would be a list that asks nobody. */
    private static void answers(boolean allowed, Supplier<? extends Collection<?>> question) {
        if (allowed) {
            assertThat(question.get()).hasSize(1);
        } else {
            ThrowingCallable asked = question::get;
            org.assertj.core.api.Assertions.assertThatThrownBy(asked).isInstanceOf(Refusal.class);
        }
    }

    private static PageAsk all() {
        return PageAsk.of("test", "500", null);
    }

    private static <T> Set<CameraId> cameras(Collection<T> some, Function<T, CameraId> camera) {
        return some.stream().map(camera).collect(Collectors.toSet());
    }

    private static <T> Set<CameraId> ids(Collection<T> some, Function<T, UUID> camera) {
        return cameras(some, one -> new CameraId(camera.apply(one)));
    }

    private Kept keep(AgentRef agent) {
        RecordingId id = RecordingId.fresh();
        Instant at = NOW.minus(Duration.ofMinutes(10));
        var closed = new EventBody.RecordingClosed(
                id, at, 5000, 1000, "00".repeat(32), "video/mp4", 64, 48, Delivery.ON_DEMAND, false, null, null);
        var recording = new Recording(agent, closed, "video/mp4", new Recording.Label(at, 0), NOW);
        recording.hasThumbnail();
        recordings.add(agent.tenant(), recording);
        var event = new FromAgent.Event(1, EventId.fresh(), at, closed);
        recordings.add(agent.tenant(), new CameraEvent(agent, event, "camera.lost", "", null, at, NOW));
        var upload = new Upload(UploadId.fresh(), recording, Optional.empty(), NOW);
        upload.failed(UploadFailure.values()[0], "", NOW);
        uploads.add(agent.tenant(), upload);
        return new Kept(recording, upload.id());
    }
}
