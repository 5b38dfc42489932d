package io.vedette.hub.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.recordings.boundary.DayStrip;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTest extends DashboardScene {
    @Test
    void aCamerasDayIsDrawnByTheClocksOfItsSiteAndCountsWhatTheListBehindItHolds() {
        scene.closed(
                FILE, Instant.parse("2026-11-19T22:59:58Z"), Delivery.ON_DEMAND); // reaches over midnight in Berlin
        RecordingId stored = scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        scene.closed(FILE, Instant.parse("2026-11-20T08:50:00Z"), Delivery.ON_DEMAND);
        intoVault(stored);

        Coverage gate = of(scene.owner).coverage().getFirst();
        List<Recording> behind = scene.as(
                scene.owner,
                () -> new FoundRecordings(scene.visible)
                        .find(
                                scene.owner,
                                new FoundRecordings.Filter(
                                        Optional.empty(),
                                        Optional.of(scene.gate),
                                        Optional.empty(),
                                        gate.from(),
                                        gate.to()),
                                0,
                                10));

        assertThat(gate.strip().bars()).extracting(DayStrip.Bar::look).containsExactly("edge", "rec", "edge");
        assertThat(gate.strip().bars()).extracting(DayStrip.Bar::x).containsExactly("0.00%", "38.19%", "40.97%");
        assertThat(gate.strip().now()).isEqualTo("54.17%");
        assertThat(gate.recordings()).isEqualTo(2).isEqualTo(behind.size());
    }

    @Test
    void recordingsThatFollowEachOtherAreOneBarAndALossIsAGap() {
        for (int i = 0; i < 90; i++) {
            scene.closed(FILE, Instant.parse("2026-11-20T08:00:00Z").plusSeconds(10L * i), Delivery.ON_DEMAND);
        }
        scene.hear(new EventBody.CameraLost("no answer"), -3_600_000);

        Coverage gate = of(scene.owner).coverage().getFirst();

        assertThat(gate.strip().bars()).extracting(DayStrip.Bar::look).containsExactly("gap", "edge");
        assertThat(gate.strip().bars().getFirst().x()).isEqualTo("50.00%");
        assertThat(gate.recordings()).isEqualTo(90);
        assertThat(gate.lost()).isEqualTo(1);
    }

    @Test
    void whatIsGoneIsDrawnAsOnThePageOfTheDayAndIsNotCovered() {
        RecordingId gone = scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);
        scene.hear(new EventBody.RecordingGone(gone, "no room"));

        Figures figures = of(scene.owner);
        Coverage gate = figures.coverage().getFirst();

        assertThat(gate.strip().bars()).extracting(DayStrip.Bar::look).containsExactly("gone");
        assertThat(gate.percent()).isZero();
        assertThat(gate.share()).isEqualTo("0 %");
        assertThat(Drawn.page(
                        "home/home",
                        Map.of("home", HomeView.of(figures, Locale.ENGLISH, false)),
                        scene.owner.role(),
                        Locale.ENGLISH))
                .contains("<span>Gone</span>", "x=\"100.00%\" text-anchor=\"end\">24</text>");
    }

    @Test
    void aLossFromBeforeMidnightIsAGapFromTheBeginningOfTheDayUntilPicturesAreBack() {
        scene.hear(new EventBody.CameraLost("no answer"), -24 * 3_600_000);
        scene.hear(new EventBody.CameraBack(), -7 * 3_600_000);

        Coverage gate = of(scene.owner).coverage().getFirst();

        assertThat(gate.strip().bars())
                .containsExactly(new DayStrip.Bar("0.00%", "25.00%", "gap", "00:00:00–06:00:00", false));
        assertThat(gate.lost()).as("what is drawn is counted").isEqualTo(1);
    }

    @Test
    void aCameraWithoutAnAgentSaysSoInsteadOfHavingNoGaps() {
        scene.camera("Till");
        scene.closed(FILE, Instant.parse("2026-11-20T08:10:00Z"), Delivery.ON_DEMAND);

        Figures figures = of(scene.owner);

        assertThat(figures.coverage()).extracting(Coverage::agentless).containsExactly(false, true);
        String page = Drawn.page(
                "home/home",
                Map.of("home", HomeView.of(figures, Locale.ENGLISH, false)),
                scene.owner.role(),
                Locale.ENGLISH);
        assertThat(page.substring(page.lastIndexOf("data-coverage=")))
                .contains("No agent", "so nothing is recorded")
                .doesNotContain("No gaps");
    }

    @Test
    void onlyTheFirstFewDaysAreDrawnAndOnlyOfCamerasThatMayBeReplayed() {
        for (int i = 0; i < 9; i++) {
            scene.camera("Till " + i);
        }
        scene.give(Action.LIVE);

        Figures figures = of(scene.owner);

        assertThat(figures.coverage()).hasSize(8);
        assertThat(figures.coverage().getFirst().camera())
                .as("the one that needs somebody")
                .isEqualTo(scene.gate.value());
        assertThat(figures.uncharted()).isEqualTo(2);
        assertThat(of(scene.guard).coverage()).isEmpty();
    }
}
