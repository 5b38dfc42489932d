package io.vedette.hub.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingFigures;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.tenancy.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DashboardTest extends DashboardScene {
    @Test
    void theOwnerSeesWhatIsCountedOfEveryCamera() {
        RecordingId stored = scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        scene.closed(FILE, Instant.parse("2026-11-20T08:50:00Z"), Delivery.ON_DEMAND);
        scene.closed(FILE, Instant.parse("2026-11-19T08:50:00Z"), Delivery.ON_DEMAND);
        intoVault(stored);
        scene.camera("Till");

        Figures figures = of(scene.owner);

        assertThat(figures.cameras()).hasSize(2);
        assertThat(figures.hours()).extracting(SiteHours::count).containsExactlyInAnyOrder(2L, 0L);
        assertThat(hour(figures, "09:00")).isEqualTo(2);
        assertThat(figures.bytes(Place.VAULT)).isEqualTo(1000);
        assertThat(figures.bytes(Place.EDGE)).isEqualTo(2000);
        assertThat(figures.inVault())
                .extracting(RecordingFigures.Kept::recordings)
                .containsExactly(1L);
        assertThat(figures.disk())
                .hasValueSatisfying(space -> assertThat(space.total()).isGreaterThan(space.free()));
        assertThat(figures.needy()).hasSize(2);
    }

    @Test
    void aGuardWhoMayReplayTheGateSeesItsNumbersAndNoOthers() {
        scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        fail(scene.request(scene.closed(FILE, Instant.parse("2026-11-20T09:10:00Z"), Delivery.ON_DEMAND))
                .upload());
        scene.camera("Till");
        scene.give(Action.REPLAY);

        Figures figures = of(scene.guard);

        assertThat(figures.cameras()).extracting(sight -> sight.camera().id()).containsExactly(scene.gate);
        assertThat(figures.hours()).extracting(SiteHours::count).containsExactly(2L);
        assertThat(figures.uploads(OpenUploads.Kind.FAILED)).isEqualTo(1);
        assertThat(figures.disk()).as("the machine is the owner's business").isEmpty();
        assertThat(HomeView.of(figures, Locale.ENGLISH, false).needs())
                .extracting(Need::kind)
                .containsExactly("offline", "failed");
    }

    @Test
    void anAgentWithoutRoomNeedsSomebodyAndOneWithRoomDoesNot() {
        Figures figures = of(scene.owner);

        assertThat(Need.of(withFree(figures, 20), Locale.ENGLISH))
                .extracting(Need::kind)
                .doesNotContain("agent_disk");
        Figures full = withFree(figures, 3);
        assertThat(Need.of(full, Locale.ENGLISH))
                .hasSize(full.needs())
                .filteredOn(need -> need.kind().equals("agent_disk"))
                .singleElement()
                .satisfies(need -> {
                    assertThat(need.title()).contains("Gate");
                    assertThat(need.why()).contains("3 %");
                    assertThat(need.href()).isEqualTo("/cameras/" + scene.gate);
                });
    }

    @Test
    void aUsedUpQuotaIsNamedToOwnersAndAdminsWithWhatToDo() {
        quota(Limit.CAMERAS, 1);
        quota(Limit.STORED_BYTES, 0);
        quota(Limit.ACCOUNTS, 5);
        quota(Limit.LIVE_MINUTES, 0);
        Viewer admin = new Viewer(scene.owner.tenant(), new Subject("admin"), Role.ADMIN);

        assertThat(Need.of(of(scene.owner), Locale.ENGLISH))
                .hasSize(of(scene.owner).needs())
                .filteredOn(need -> need.kind().startsWith("quota_"))
                .extracting(Need::kind, Need::href)
                .containsExactly(
                        tuple("quota_cameras", "/cameras"),
                        tuple("quota_stored_bytes", "/found?place=vault"),
                        tuple("quota_live_minutes", "/settings#quotas"));
        assertThat(Need.of(of(admin), Locale.ENGLISH))
                .as("settings are the owner's")
                .filteredOn(need -> need.kind().equals("quota_live_minutes"))
                .extracting(Need::href)
                .containsExactly("/live");
        assertThat(Need.of(of(admin), Locale.ENGLISH))
                .filteredOn(need -> need.kind().equals("quota_cameras"))
                .singleElement()
                .satisfies(need -> {
                    assertThat(need.title()).isEqualTo("Cameras: the quota is used up (1 of 1)");
                    assertThat(need.why()).contains("until one is deleted").contains("Whoever runs this hub");
                });
    }

    @Test
    void aUsedUpQuotaIsNotTheBusinessOfWhomCanDoNothingAboutItNorOfAnotherTenant() {
        quota(Limit.CAMERAS, 1);
        scene.give(Action.REPLAY);
        Viewer editor = new Viewer(scene.owner.tenant(), new Subject("editor"), Role.EDITOR);

        for (Viewer other : List.of(scene.guard, editor, scene.foreigner)) {
            assertThat(of(other).full()).isEmpty();
        }
        quota(Limit.CAMERAS, 2);
        assertThat(of(scene.owner).full()).as("one more fits").isEmpty();
    }

    private void quota(Limit what, long allowed) {
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.quotas.set(
                        scene.owner.tenant(), what, OptionalLong.of(allowed), "contract", scene.clock.instant()));
    }

    private static Figures withFree(Figures figures, int percent) {
        return new Figures(
                figures.now(),
                figures.arranges(),
                figures.sites(),
                figures.cameras().stream()
                        .map(one -> new CameraSight(
                                one.camera(),
                                one.site(),
                                one.inGroup(),
                                one.inFront(),
                                one.presence(),
                                OptionalInt.of(percent),
                                one.orderedUntil(),
                                one.actions()))
                        .toList(),
                figures.hours(),
                figures.coverage(),
                figures.uploads(),
                figures.kept(),
                figures.disk(),
                figures.pictures(),
                figures.owns(),
                figures.full());
    }

    @Test
    void whatIsNotAmongTheFirstNeedsIsCountedAndListedOnDemand() {
        for (int i = 0; i < 9; i++) {
            scene.camera("Till " + i);
        }
        fail(scene.request(scene.closed(FILE, Delivery.ON_DEMAND)).upload());

        Figures figures = of(scene.owner);
        HomeView some = HomeView.of(figures, Locale.ENGLISH, false);
        HomeView every = HomeView.of(figures, Locale.ENGLISH, true);

        assertThat(every.needs()).hasSize(11).startsWith(some.needs().toArray(Need[]::new));
        assertThat(every.moreNeeds()).isZero();
        assertThat(some.needs().size() + some.moreNeeds()).isEqualTo(11);
        assertThat(Drawn.page("home/home", Map.of("home", some), scene.owner.role(), Locale.ENGLISH))
                .contains("href=\"/t/acme?needs=all#needs\"");
    }

    @Test
    void aLargeOrganisationSeesItsFirstCamerasAndTheWayToAllOfThem() {
        for (int i = 0; i < HomeView.MOST_LISTED; i++) {
            scene.camera("Till " + i);
        }

        HomeView home = HomeView.of(of(scene.owner), Locale.ENGLISH, false);

        assertThat(home.listing().sites().stream()
                        .mapToInt(site -> site.cameras().size())
                        .sum())
                .isEqualTo(HomeView.MOST_LISTED);
        assertThat(Drawn.page("home/home", Map.of("home", home), scene.owner.role(), Locale.ENGLISH))
                .contains("<a class=\"button\" href=\"/t/acme/cameras\">All 25 cameras</a>");
    }

    @Test
    void aGuardWhoMayOnlyWatchLiveCountsNoRecordings() {
        RecordingId stored = scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        fail(scene.request(scene.closed(FILE, Delivery.ON_DEMAND)).upload());
        intoVault(stored);
        scene.give(Action.LIVE);

        Figures figures = of(scene.guard);

        assertThat(figures.cameras()).hasSize(1);
        assertThat(figures.hours()).extracting(SiteHours::count).containsExactly(0L);
        assertThat(figures.uploads()).isEmpty();
        assertThat(figures.kept()).isEmpty();
    }

    @Test
    void whoWasGivenNothingAndWhoBelongsElsewhereSeeNothing() {
        scene.closed(FILE, Delivery.ON_DEMAND);

        for (Viewer nobody : List.of(scene.guard, scene.foreigner)) {
            Figures figures = of(nobody);
            assertThat(figures.cameras()).isEmpty();
            assertThat(figures.hours()).isEmpty();
            assertThat(figures.kept()).isEmpty();
            assertThat(figures.uploads()).isEmpty();
        }
    }

    @Test
    void aFailedUploadNeedsNobodyOnceItIsAskedForAgain() {
        RecordingId recording = scene.closed(FILE, Delivery.ON_DEMAND);
        fail(scene.request(recording).upload());
        assertThat(of(scene.owner).uploads(OpenUploads.Kind.FAILED)).isEqualTo(1);

        // asked for again a little later
        scene.as(scene.owner, () -> {
            var again = new Upload(
                    io.vedette.contracts.id.UploadId.fresh(),
                    scene.recordings.find(scene.owner.tenant(), recording).orElseThrow(),
                    Optional.empty(),
                    Scene.NOW.plusSeconds(5));
            scene.uploads.add(scene.owner.tenant(), again);
            return again;
        });

        assertThat(of(scene.owner).uploads(OpenUploads.Kind.FAILED)).isZero();
        assertThat(of(scene.owner).uploads(OpenUploads.Kind.WAITING)).isEqualTo(1);
    }

    @Test
    void everyNumberIsAsLongAsTheListBehindIt() {
        scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        scene.closed(FILE, Instant.parse("2026-11-20T09:10:00Z"), Delivery.ON_DEMAND);
        fail(scene.request(scene.closed(FILE, Delivery.ON_DEMAND)).upload());
        CameraId till = scene.camera("Till");
        TestAgents.pair(scene.work, scene.owner.tenant(), till);
        Figures figures = of(scene.owner);
        SiteHours site = figures.hours().stream()
                .filter(one -> one.count() > 0)
                .findFirst()
                .orElseThrow();
        SiteHours.Hour nine = site.hours().stream()
                .filter(one -> one.label().equals("09:00"))
                .findFirst()
                .orElseThrow();

        List<Recording> behind = scene.as(
                scene.owner,
                () -> new FoundRecordings(scene.visible)
                        .find(
                                scene.owner,
                                new FoundRecordings.Filter(
                                        Optional.of(io.vedette.hub.cameras.SiteId.of(site.id())),
                                        Optional.empty(),
                                        Optional.of(Place.EDGE),
                                        nine.from(),
                                        nine.to()),
                                0,
                                10));
        List<Upload> failed = scene.as(
                scene.owner,
                () -> new OpenUploads(scene.visible)
                        .find(scene.owner, Optional.of(OpenUploads.Kind.FAILED), Optional.of(scene.gate), 0, 10));

        assertThat(behind).hasSize((int) nine.count()).hasSize(1);
        assertThat(failed)
                .hasSize((int) figures.uploads(OpenUploads.Kind.FAILED))
                .hasSize(1);
    }

    @Test
    void thePageAndTheInterfaceSayTheSame() {
        scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        Figures figures = of(scene.owner);

        String page = Drawn.page(
                "home/home",
                Map.of("home", HomeView.of(figures, Locale.ENGLISH, false)),
                scene.owner.role(),
                Locale.ENGLISH);
        HomeDocument document = HomeDocument.of("acme", figures, Locale.ENGLISH);

        assertThat(document.sites().getFirst().recordings()).isEqualTo(1);
        assertThat(document.storage().edgeBytes()).isEqualTo(1000);
        assertThat(document.needs()).extracting(HomeDocument.OfNeed::kind).containsExactly("offline");
        assertThat(page)
                .contains("aria-label=\"09:00: One recording\"")
                .as("ten seconds are not nothing")
                .contains(">&lt; 1 %</a>")
                .contains("/t/acme/found?site=" + figures.sites().getFirst().id()
                        + "&amp;from=2026-11-20T08:00:00Z&amp;to=2026-11-20T09:00:00Z")
                .contains("href=\"" + document.needs().getFirst().href() + "\"");
    }

    private static long hour(Figures figures, String label) {
        return figures.hours().stream()
                .flatMap(site -> site.hours().stream())
                .filter(hour -> hour.label().equals(label))
                .mapToLong(SiteHours.Hour::count)
                .sum();
    }

    private void fail(io.vedette.contracts.id.UploadId id) {
        scene.as(
                scene.owner,
                () -> scene.uploads
                        .find(scene.owner.tenant(), id)
                        .orElseThrow()
                        .failed(UploadFailure.EDGE, "disk", Scene.NOW));
    }

    @Test
    void aLostCameraShowsItsLastPictureToWhomMayReplayItAndToNobodyElse() {
        RecordingId pictured = scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        pictured(scene.closed(FILE, Instant.parse("2026-11-19T08:10:00Z"), Delivery.ON_DEMAND));
        pictured(pictured);
        scene.closed(FILE, Instant.parse("2026-11-20T08:50:00Z"), Delivery.ON_DEMAND);

        assertThat(pictures(scene.owner)).containsExactly("/media/" + pictured + ".jpg");
        scene.give(Action.LIVE);
        assertThat(of(scene.guard).needy()).hasSize(1);
        assertThat(pictures(scene.guard)).isEmpty();
        scene.give(Action.REPLAY);
        assertThat(pictures(scene.guard)).containsExactly("/media/" + pictured + ".jpg");
    }

    private List<String> pictures(Viewer viewer) {
        return HomeView.of(of(viewer), Locale.ENGLISH, false).needs().stream()
                .map(Need::picture)
                .filter(Objects::nonNull)
                .toList();
    }

    private void pictured(RecordingId id) {
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.recordings
                        .find(scene.owner.tenant(), id)
                        .orElseThrow()
                        .hasThumbnail());
    }
}
