package io.vedette.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Now;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The clock of a live picture: the picture's own, and none without one. */
@EndToEnd
@Order(39)
class WallClockIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ZoneId FAR = ZoneId.of("Asia/Kathmandu"); // 5:45 from UTC: hardly where this machine is
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d";
    /** What a picture on its way may be behind without being called late. */
    private static final int SECONDS_UNDER_WAY = 5;

    /** A page that hears nothing of its sockets from when window.deaf is set. */
    private static final String GOES_DEAF = """
            const add = WebSocket.prototype.addEventListener;
            WebSocket.prototype.addEventListener = function (kind, heard, ...rest) {
              add.call(this, kind, (event) => (window.deaf && kind === 'message') || heard(event), ...rest);
            };""";

    /** A stream whose fragments come at once, then 8 s late; and what it says when the agent's clock is put back by a minute. */
    private static final String EIGHT_SECONDS = """
            async () => {
              const { PictureTime } = await import('/assets/picture-time.js');
              const times = new PictureTime();
              const said = [times.shown(0, 0)];
              times.came(1_000_000, 500);
              times.placed(1, 1_000_000);
              said.push(times.shown(1, 500), times.shown(0.5, 500), times.shown(0.5, 5_000));
              times.came(1_002_000, 10_500);
              times.placed(3, 1_002_000);
              said.push(times.shown(3, 10_500));
              times.came(942_250, 10_750);
              times.placed(3.25, 942_250);
              said.push(times.shown(3.25, 10_750));
              return said.map((one) => (one === null ? 'none' : [one.taken, one.late, one.still].join(' ')));
            }""";

    private House house;
    private Page page;
    private Locator clock;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        SignedIn owner = house.browser().asOwner();
        page = owner.page().context().newPage();
        page.addInitScript(GOES_DEAF);
        clock = page.locator(".tile:has(vd-live[camera='" + house.stack().camera(Seed.GATE) + "']) .foot time");
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void theClockIsThePicturesWhereItsSiteIsAndSaysTheReadersOwn() {
        String gate = house.stack().camera(Seed.GATE).toString();
        var tables = new Behind(house.stack(), "acme");
        String site = tables.column("select site_id::text from camera where id = ?::uuid", gate)
                .getFirst();
        String usual = tables.column("select time_zone from site where id = ?::uuid", site)
                .getFirst();
        try {
            tables.change("update site set time_zone = ? where id = ?::uuid", FAR.getId(), site);
            open();
            assertThat(clock.isVisible()).as("before there is a picture").isFalse();
            awaitPicture();
            Instant before = Now.utc();
            String first = clock.innerText();

            assertThat(first).isIn(seconds(before, Now.utc(), FAR).toList());
            assertThat(clock.getAttribute("title")).startsWith(FAR.getId()).endsWith("where you are");
            Patiently.until(
                    "the clock to go", PATIENCE, () -> !clock.innerText().equals(first));
        } finally {
            tables.change("update site set time_zone = ? where id = ?::uuid", usual, site);
        }
    }

    @Test
    void aPictureThatStandsStillSaysSinceWhen() {
        open();
        awaitPicture();
        page.evaluate("window.deaf = true");

        Patiently.until(
                "the clock to say that it stopped",
                PATIENCE,
                () -> clock.innerText().matches("stopped at " + TIME));
        String stopped = clock.innerText();
        page.waitForFunction("() => document.querySelector('vd-live').picture?.late > 7000");
        assertThat(clock.innerText()).as("it stands").isEqualTo(stopped);
    }

    @Test
    void aPictureThatIsLateSaysByHowMuch() {
        open();
        awaitPicture();
        clock.evaluate("time => Object.defineProperty(time.closest('.tile').querySelector('vd-live'), 'picture',"
                + " { value: { taken: Date.now(), late: 8_200, still: false } })");

        Patiently.until(
                "the clock to say how late it is",
                PATIENCE,
                () -> clock.innerText().matches(TIME + " · behind by 8 s"));
    }

    @Test
    void lateIsMeasuredAgainstTheFastestFragmentWhateverTheClocksSay() {
        open();

        assertThat((List<?>) page.evaluate(EIGHT_SECONDS))
                .isEqualTo(List.of(
                        "none",
                        "1000000 0 false",
                        "999500 500 false",
                        "999500 5000 true",
                        "1002000 8000 false",
                        "942250 0 false"));
    }

    private void open() {
        page.navigate(house.stack().hub() + "/t/acme/live?layout=9");
    }

    private void awaitPicture() {
        Patiently.until(
                "a picture with its time",
                PATIENCE,
                () -> clock.isVisible() && clock.innerText().matches(TIME));
    }

    /** As a clock shows them, from what was under way on. */
    private static Stream<String> seconds(Instant from, Instant to, ZoneId zone) {
        return LongStream.rangeClosed(from.getEpochSecond() - SECONDS_UNDER_WAY, to.getEpochSecond())
                .mapToObj(second -> CLOCK.format(Instant.ofEpochSecond(second).atZone(zone)));
    }
}
