package io.vedette.e2e.journey;

import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the home page to a camera's live picture, and to what it saw last night. */
@EndToEnd
@Order(24)
class WatchJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aCameraIsLiveWithinTwoActions(int width, House house) {
        String gate = house.stack().camera(Seed.GATE).toString();
        try (Actions person = Actions.from(house, house.browser().asOwner(), "acme", width)) {
            person.tap("main a.button[href$='/live/" + gate + "']");

            Patiently.until(
                    "the live picture",
                    PATIENCE,
                    () -> "live".equals(person.see("vd-live").getAttribute("data-state")));
            person.arrivedWithin(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aKnownEventOfLastNightPlaysWithinFiveActions(int width, House house) throws IOException {
        try (LastNight event = LastNight.at(house, Seed.GATE);
                Actions person = Actions.from(house, house.browser().asOwner(), "acme", width)) {
            person.tap("main a.button[href$='/recordings?camera=" + event.camera() + "']");
            person.tap("main form a[rel=prev]");
            person.tap("tr[data-recording='" + event.recording() + "'] td.number a.button");
            Played.tap(person);

            Played.awaitIn(person);
            person.arrivedWithin(5);
        }
    }
}
