package io.vedette.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.MovableClock;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.config.KeepFree;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.retention.RetentionForm.Wish;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says before a rule is saved and after a run, from a real database. */
class RetentionPageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T04:17:00Z");

    private final MovableClock clock = new MovableClock("2026-11-20T04:17:00Z");
    private RetentionScene scene;
    private SiteId yard;
    private CameraId gate;

    @BeforeEach
    void aCameraWithThreeRecordings(@TempDir Path vault) {
        scene = new RetentionScene(vault, clock);
        yard = scene.site("South Yard");
        gate = scene.camera(yard, "South Gate");
        for (int days : new int[] {2, 20, 40}) {
            scene.stored(gate, NOW.minus(Duration.ofDays(days)), 10, 1000);
        }
    }

    @Test
    void whatARuleWouldDeleteIsSaidBeforeItIsSavedAndNothingIsSavedThen() {
        Wish wish = new Wish(new Scope.OneSite(yard), RetentionScene.days(10));

        assertThat(page(Optional.of(wish), Locale.ENGLISH))
                .contains(
                        "This would delete 2 recordings, 2 kB, at the next run.",
                        "South Gate",
                        "Recorded between",
                        "value=\"site:" + yard + "\"",
                        "There is no rule");
        assertThat(page(Optional.of(wish), Locale.GERMAN))
                .contains("Das würde beim nächsten Lauf 2 Aufnahmen löschen, 2 kB.");
        assertThat(scene.there()).hasSize(3);
        assertThat(scene.going()).isEmpty();
    }

    @Test
    void whatIsSetWhatGoesNextAndWhatTheLastRunDidIsThere() {
        scene.rule(new Scope.OneCamera(gate), RetentionScene.days(10));
        assertThat(page(Optional.empty(), Locale.ENGLISH))
                .contains("for 10 days", "2 recordings go, 2 kB")
                .doesNotContain("Last run");

        scene.running.night(scene.acme);

        assertThat(page(Optional.empty(), Locale.ENGLISH))
                .contains("Last run", "2 of 2 recordings are gone, 2 kB of 2 kB.", "Nothing goes.", ">1 kB<");
    }

    @Test
    void whatLabelsKeepIsSaidAndTypedAgainAndCounts() {
        Wish wish = new Wish(new Scope.OneSite(yard), RetentionScene.days(10, Map.of("person", 60)));
        scene.there().forEach(id -> scene.seen(id, "person"));
        assertThat(page(Optional.of(wish), Locale.ENGLISH)).contains("Nothing would be deleted", "value=\"person 60\"");

        scene.rule(wish.scope(), wish.terms());

        assertThat(page(Optional.empty(), Locale.ENGLISH))
                .contains("for 10 days", "with “person” for 60 days at least");
        assertThat(page(Optional.empty(), Locale.GERMAN)).contains("mit „person“ mindestens 60 Tage");
    }

    @Test
    void whereToItMovesAndWhatDoesNotGetThereIsSaid() {
        StorageProviderId cold = scene.scene.as(scene.scene.owner, () -> {
            var place = StorageProviderId.fresh();
            var settings = new S3Settings(
                    Optional.empty(),
                    "eu-central-1",
                    "cold",
                    "",
                    false,
                    S3Checksums.WHEN_SUPPORTED,
                    "key",
                    new Secret("s"));
            var unused = scene.scene.providers.add(
                    scene.scene.owner, place, new Name("Cold store"), new ProviderSettings.Bucket(settings));
            return place;
        });
        Wish wish = new Wish(new Scope.OneSite(yard), RunMovesTest.moves(Optional.empty(), cold, 30));
        assertThat(page(Optional.of(wish), Locale.ENGLISH))
                .contains("One recording moves, 1 kB, to another storage provider", "value=\"" + cold + "\" selected")
                .doesNotContain("get to “Cold store”");
        scene.rule(wish.scope(), wish.terms());
        RecordingId oldest = new RecordingId(scene.scene.work.as(
                scene.acme,
                () -> new ToMove(scene.scene.work, scene.scene.providers)
                        .oldest(scene.acme, List.of(gate), cold, Set.of(), NOW, Stock.Behind.NOTHING, 1)
                        .getFirst()
                        .id()));
        scene.scene.work.run(
                scene.acme,
                () -> scene.moves()
                        .begin(scene.acme, oldest, cold, Set.of())
                        .orElseThrow()
                        .failed(RecordingMove.Blames.TARGET, "the bucket is full", clock.instant()));

        assertThat(page(Optional.empty(), Locale.ENGLISH))
                .contains(
                        "moves to “Cold store” after 30 days",
                        "One recording does not get to “Cold store”",
                        "does not take them",
                        "the bucket is full");
        assertThat(page(Optional.empty(), Locale.GERMAN))
                .contains("zieht nach 30 Tagen um nach „Cold store“", "Eine Aufnahme gelangt nicht nach „Cold store“");
    }

    @Test
    void aDiskThatIsNearlyFullIsSaidAndWhetherSomethingMayGo() {
        assertThat(page(Optional.empty(), Locale.ENGLISH))
                .contains("disk has 850 B free; 1 kB should be", "No recording of this organisation may go");

        scene.rule(Scope.EVERYTHING, RetentionScene.days(3000));

        assertThat(page(Optional.empty(), Locale.ENGLISH)).contains("The oldest recordings with a rule go");
    }

    private String page(Optional<Wish> wish, Locale language) {
        var disk = new FreeDisk(Optional.of(new KeepFree.Share(10)), new FreeDisk.Disk() {
            @Override
            public long total() {
                return 10_000;
            }

            @Override
            public long usable() {
                return 850;
            }
        });
        var space = new RunFreeSpace(
                scene.scene.work, new Tenants(scene.scene.work), scene.rules, scene.stock, scene.running, disk);
        var page = new RetentionPage(
                scene.rules,
                scene.runs,
                new DryRun(scene.rules, scene.planning),
                scene.stock,
                disk,
                space,
                new Sites(scene.scene.work, scene.scene.visible, scene.scene.access),
                new Cameras(scene.scene.work, scene.scene.visible, scene.scene.access),
                new StuckMoves(scene.scene.providers, scene.moves(), clock),
                clock);
        return scene.scene.as(
                scene.scene.owner,
                () -> Drawn.page(
                        "settings/retention",
                        page.model(
                                scene.scene.owner,
                                RetentionForm.of(wish.map(Wish::scope).orElse(Scope.EVERYTHING), wish.map(Wish::terms)),
                                wish,
                                language),
                        scene.scene.owner.role(),
                        language));
    }
}
