package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.SiteVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayPageTest extends RecordingsScene {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aDayShowsEveryRecordingWithItsPlaceInEveryLanguage(String language) {
        var atEdge = scene.closed(FILE, Instant.parse("2026-11-20T08:00:00Z"), Delivery.ON_DEMAND);
        var gone = scene.closed(FILE, Instant.parse("2026-11-20T09:00:00Z"), Delivery.ON_DEMAND);
        scene.hear(new EventBody.RecordingGone(gone, "no room"));
        var stored = scene.closed(FILE, Instant.parse("2026-11-20T10:00:00Z"), Delivery.ON_DEMAND);
        store(stored);
        scene.hear(new EventBody.CameraLost("no route to host"));

        String page = day(scene.owner, Optional.empty(), Locale.of(language));

        assertThat(page).as("without it browsers draw in quirks mode").startsWith("<!doctype html>");
        assertThat(page).doesNotContain("??").contains("lang=\"" + language + "\"");
        assertThat(page).contains("data-recording=\"" + atEdge + "\" data-state=\"edge\"");
        assertThat(page).contains("data-recording=\"" + gone + "\" data-state=\"gone\"");
        assertThat(page).contains("data-recording=\"" + stored + "\" data-state=\"vault\"");
        assertThat(page).contains("action=\"/t/acme/recordings/" + atEdge + "/upload\"");
        assertThat(page).contains("value=\"the-secret\"");
        assertThat(page)
                .contains("class=\"rec\"", "class=\"edge\"", "class=\"gone\"", "class=\"gap\"", "no route to host");
        assertThat(page).as("by the clocks of the site").contains("09:00:00", "11:00:00");
        assertThat(page).doesNotContain(" style=", "<script>", "onclick");
    }

    @Test
    void whatTheVaultOfTheSiteHasSaysWhoKeepsIt() {
        scene.closed(FILE, Instant.parse("2026-11-20T08:00:00Z"), Delivery.ON_DEMAND);
        assertThat(day(scene.owner, Optional.empty(), Locale.ENGLISH)).contains("The agent keeps it");

        var kept = scene.closed(FILE, Instant.parse("2026-11-20T09:00:00Z"), Delivery.ON_DEMAND);
        SiteVault.kept(scene, SiteVault.pair(scene), kept, FILE);

        assertThat(day(scene.owner, Optional.empty(), Locale.ENGLISH))
                .containsOnlyOnce("The vault of its site keeps it")
                .containsOnlyOnce("The agent keeps it");
    }

    @Test
    void aLossThatBeganTheDayBeforeIsAGapFromTheBeginningOfTheDay() {
        scene.hear(new EventBody.CameraLost("no answer"), -24 * 3_600_000);
        scene.hear(new EventBody.CameraBack(), -7 * 3_600_000);

        assertThat(gaps("2026-11-19")).extracting(DayStrip.Bar::x).containsExactly("54.17%");
        assertThat(gaps("2026-11-20")).extracting(DayStrip.Bar::width).containsExactly("25.00%");
        assertThat(gaps("2026-11-21")).as("of a day to come").isEmpty();
    }

    @Test
    void aLossIsOverOnceSomethingIsRecordedAlsoIfNobodyToldOfTheReturn() {
        scene.hear(new EventBody.CameraLost("no answer"), -24 * 3_600_000);
        scene.closed(FILE, Instant.parse("2026-11-19T17:00:00Z"), Delivery.ON_DEMAND);

        assertThat(gaps("2026-11-19")).extracting(DayStrip.Bar::width).containsExactly("20.83%");
        assertThat(gaps("2026-11-20")).isEmpty();
    }

    @Test
    void everyGapIsToldBelowTheStripWithItsTimeAndItsReason() {
        scene.hear(new EventBody.CameraLost("no answer"), -24 * 3_600_000);
        scene.hear(new EventBody.CameraBack(), -7 * 3_600_000);
        scene.hear(new EventBody.CameraLost("<b>refused</b>"), -3_600_000);
        scene.hear(new EventBody.CameraLost(""), -1_800_000);

        assertThat(model("2026-11-19").drawn().gaps())
                .containsExactly(new CameraDay.Gap("13:00:00–24:00:00", "no answer"));
        assertThat(model("2026-11-20").drawn().gaps())
                .containsExactly(
                        new CameraDay.Gap("since 12:30:00", "the agent did not say why"),
                        new CameraDay.Gap("12:00:00–12:30:00", "<b>refused</b>"),
                        new CameraDay.Gap("00:00:00–06:00:00", "no answer"));
        assertThat(page("2026-11-20"))
                .contains("00:00:00–06:00:00", "&lt;b&gt;refused&lt;/b&gt;")
                .doesNotContain("<b>refused</b>", "<details");
        assertThat(page("2026-11-21")).as("of a day to come").doesNotContain("id=\"gaps\"");
    }

    @ParameterizedTest
    @EnumSource(value = CameraFault.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aReasonThatIsKnownIsToldInTheLanguageOfTheReader(CameraFault fault) {
        scene.hear(new EventBody.CameraLost("as the agent says it", fault));

        String page = day(scene.owner, Optional.empty(), Locale.GERMAN);

        assertThat(page)
                .contains(Messages.text(
                        Locale.GERMAN, "recordings.gap." + fault.name().toLowerCase(Locale.ROOT)))
                .doesNotContain("as the agent says it", "??");
    }

    @Test
    void aReasonThatThisHubDoesNotKnowIsToldAsTheAgentSaysIt() {
        scene.hear(new EventBody.CameraLost("a newer reason", CameraFault.OTHER));

        assertThat(day(scene.owner, Optional.empty(), Locale.GERMAN)).contains("a newer reason");
    }

    @Test
    void whatWasRecordedAndIsGoneLooksUnlikeAGapAndHasItsOwnEntryInTheLegend() {
        scene.hear(new EventBody.CameraLost("no answer"), -3_600_000);
        scene.hear(new EventBody.CameraBack(), -1_800_000);
        var gone = scene.closed(FILE, Instant.parse("2026-11-20T09:00:00Z"), Delivery.ON_DEMAND);
        scene.hear(new EventBody.RecordingGone(gone, "no room"));

        assertThat(model("2026-11-20").drawn().strip().bars())
                .extracting(DayStrip.Bar::look)
                .containsExactly("gap", "gone");
        assertThat(page("2026-11-20"))
                .containsPattern("<rect class=\"gone\"[^>]* y=\"70%\" height=\"30%\">")
                .contains("<span>Gone</span>", "<span>No pictures</span>");
        assertThat(model("2026-11-20").drawn().gaps())
                .as("the agent gave it up; the camera had pictures")
                .hasSize(1);
    }

    @Test
    void theDayIsWrittenInWordsAlsoBesideTheFieldThatFollowsTheBrowser() {
        assertThat(page("2026-11-20"))
                .contains(
                        "aria-describedby=\"day-words\"",
                        "id=\"day-words\" class=\"keep\" datetime=\"2026-11-20\">Friday 20 November 2026<")
                .contains("aria-label=\"Thursday 19 November 2026, nothing recorded\"")
                .containsOnlyOnce(">Friday 20 November 2026<")
                .doesNotContain("November 20,");
    }

    @Test
    void aDayToComeIsNoLinkAndLooksUnlikeADayWithoutFootage() {
        assertThat(page("2026-11-20"))
                .contains("day=2026-11-19\" aria-label", "day=2026-11-20\" aria-label")
                .contains("<span class=\"to-come\">21</span>", "<span class=\"to-come\">30</span>")
                .containsPattern("nothing recorded\">19<svg class=\"strip nothing\"")
                .doesNotContain("day=2026-11-22", "day=2026-11-30");
    }

    @Test
    void theCalendarIsReadWhereItIsDrawn() throws IOException {
        scene.closed(FILE, Instant.parse("2026-11-20T09:00:00Z"), Delivery.ON_DEMAND);
        String page = page("2026-11-20");

        assertThat(page.indexOf("class=\"calendar")).isBetween(0, page.indexOf("data-recording="));
        assertThat(Files.readString(Path.of("..", "themes", "hub", "vedette", "pages.css")))
                .contains(".day-and-month")
                .doesNotContain(".calendar { order");
    }

    @Test
    void aRowHasOneTriangleThatOfItsButton() {
        store(scene.closed(FILE, Instant.parse("2026-11-20T09:00:00Z"), Delivery.ON_DEMAND));

        assertThat(page("2026-11-20")).containsOnlyOnce("icons.svg#play");
    }

    @Test
    void ofManyGapsTheLastAreToldAtOnceAndTheOthersOnDemand() {
        for (int hour = 8; hour > 0; hour--) {
            scene.hear(new EventBody.CameraLost("no answer"), -3_600_000 * hour);
            scene.hear(new EventBody.CameraBack(), -3_600_000 * hour + 60_000);
        }

        String page = page("2026-11-20");

        assertThat(page.substring(0, page.indexOf("<details"))).contains("12:00:00–12:01:00", "08:00:00–08:01:00");
        assertThat(page.substring(page.indexOf("<details"))).contains("3 more gaps", "07:00:00–07:01:00");
    }

    @Test
    void aShortRecordingHasAMarkThatNoScreenMakesThinnerAndNowHidesNoneOfIt() {
        scene.closed(FILE, Instant.parse("2026-11-20T09:00:00Z"), Delivery.ON_DEMAND);
        scene.hear(new EventBody.CameraLost("no answer"), -7_200_000);
        scene.hear(new EventBody.CameraBack(), -3_600_000);

        String strip = page("2026-11-20");

        assertThat(strip).containsPattern("<line class=\"mark edge\" y2=\"100%\" x1=\"(\\d+\\.\\d+%)\" x2=\"\\1\">");
        assertThat(strip).as("an hour is wide enough").doesNotContain("mark gap");
        assertThat(strip.indexOf("class=\"now\"")).isBetween(0, strip.indexOf("<rect class=\"edge\""));
    }

    private List<DayStrip.Bar> gaps(String day) {
        return model(day).drawn().strip().bars().stream()
                .filter(bar -> bar.look().equals("gap"))
                .toList();
    }

    @Test
    void aBusyDayShowsItsNewestRecordingsAndLeadsToAllOfThem() {
        Instant first = Instant.parse("2026-11-20T00:00:00Z");
        var oldest = scene.closed(FILE, first, Delivery.ON_DEMAND);
        for (int minute = 1; minute < DayPage.MOST; minute++) {
            scene.closed(FILE, first.plusSeconds(60L * minute), Delivery.ON_DEMAND);
        }
        assertThat(page("2026-11-20")).contains(oldest.toString()).doesNotContain("/found?");

        var newest = scene.closed(FILE, first.plusSeconds(60L * DayPage.MOST), Delivery.ON_DEMAND);

        assertThat(rows("2026-11-20"))
                .hasSize(DayPage.MOST)
                .startsWith(newest.toString())
                .doesNotContain(oldest.toString());
        assertThat(page("2026-11-20"))
                .contains("the newest " + DayPage.MOST)
                .contains("/t/acme/found?camera=" + scene.gate
                        + "&amp;from=2026-11-19T23%3A00%3A00Z&amp;to=2026-11-20T23%3A00%3A00Z");
    }

    @Test
    void aDayHoldsWhatBeganOnItWhereTheSiteIs() {
        var late = scene.closed(FILE, Instant.parse("2026-11-19T22:59:59Z"), Delivery.ON_DEMAND);
        var early = scene.closed(FILE, Instant.parse("2026-11-19T23:00:00Z"), Delivery.ON_DEMAND);

        assertThat(rows("2026-11-19")).containsExactly(late.toString());
        assertThat(rows("2026-11-20")).containsExactly(early.toString());
        assertThat(model("2026-11-20").drawn().strip().bars())
                .as("the night's recording reaches into the day, and the next follows it at once")
                .extracting(DayStrip.Bar::title)
                .containsExactly("00:00:00–00:00:10");
    }

    @Test
    void withoutADayTheLastOneWithARecordingIsShown() {
        scene.closed(FILE, Instant.parse("2026-11-03T10:00:00Z"), Delivery.ON_DEMAND);

        var model = scene.as(
                        scene.owner,
                        () -> days.of(visit(scene.owner), Optional.empty(), Optional.empty(), Locale.ENGLISH))
                .orElseThrow();

        assertThat(model.date()).isEqualTo("2026-11-03");
        assertThat(model.month().weeks().stream()
                        .flatMap(week -> week.days().stream())
                        .filter(one -> !one.covered().isEmpty())
                        .map(MonthSheet.Day::date))
                .containsExactly("2026-11-03");
    }

    @Test
    void theStripOfADayWithAnExtraHourEndsWithTheDay() {
        scene.closed(FILE, Instant.parse("2026-10-25T11:00:00Z"), Delivery.ON_DEMAND);

        var strip = model("2026-10-25").drawn().strip();

        assertThat(strip.bars().getFirst().x()).isEqualTo("52.00%");
        assertThat(strip.hours().get(1)).isEqualTo(new DayStrip.Hour("16.00%", "03"));
        assertThat(strip.hours().getLast()).isEqualTo(new DayStrip.Hour("100.00%", "24"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 87.50%", "2026-10-25, 88.00%", "2026-03-29, 86.96%"})
    void theHoursUnderTheStripEndAtTwentyFourWhereTheDayEnds(String date, String twentyOne) {
        assertThat(model(date).drawn().strip().hours())
                .endsWith(new DayStrip.Hour(twentyOne, "21"), new DayStrip.Hour("100.00%", "24"));
        assertThat(page(date)).contains("x=\"100.00%\" text-anchor=\"end\">24</text>");
    }

    @Test
    void onlyTodayHasALineWhereItIsNow() {
        assertThat(model("2026-11-20").drawn().strip().now()).isEqualTo("54.17%");
        assertThat(page("2026-11-20")).contains("class=\"now\"", "x1=\"54.17%\"");
        assertThat(page("2026-11-19")).doesNotContain("class=\"now\"");
        assertThat(page("2026-11-21")).doesNotContain("class=\"now\"");
    }

    @Test
    void whoMayOnlyReplayIsNotOfferedARequest() {
        var id = scene.closed(FILE, Delivery.ON_DEMAND);
        scene.give(Action.REPLAY);

        assertThat(day(scene.guard, Optional.empty(), Locale.ENGLISH))
                .contains(id.toString())
                .doesNotContain("/upload\"");
        assertThat(recording(scene.guard, id)).doesNotContain("/upload\"");
    }

    @Test
    void whoMayReplayNothingIsToldSoAndSeesNoName() {
        assertThat(scene.as(
                        scene.guard,
                        () -> days.of(visit(scene.guard), Optional.empty(), Optional.empty(), Locale.ENGLISH)))
                .isEmpty();
        assertThat(Drawn.page("recordings/none", Map.of(), scene.guard.role(), Locale.ENGLISH))
                .contains("Nothing to replay")
                .doesNotContain("Gate", "??");
        assertThatThrownBy(() -> day(scene.guard, Optional.of(scene.gate), Locale.ENGLISH))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> day(scene.foreigner, Optional.of(scene.gate), Locale.ENGLISH))
                .isInstanceOf(Refusal.class);
    }

    private List<String> rows(String day) {
        return model(day).rows().stream().map(RecordingRow::id).toList();
    }

    private DayPage.Model model(String day) {
        return scene.as(
                        scene.owner,
                        () -> days.of(
                                visit(scene.owner),
                                Optional.of(scene.gate),
                                Optional.of(LocalDate.parse(day)),
                                Locale.ENGLISH))
                .orElseThrow();
    }

    private String page(String day) {
        return Drawn.page("recordings/day", Map.of("day", model(day)), scene.owner.role(), Locale.ENGLISH);
    }
}
