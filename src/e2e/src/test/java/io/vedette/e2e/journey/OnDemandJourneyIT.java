package io.vedette.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the home page to a recording that is still at the edge: asked for, waited for, played. */
@EndToEnd
@Order(25)
class OnDemandJourneyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** As for an event that is in the vault: the edge may cost a wait, but not one action more. */
    private static final int MOST = 5;

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aRecordingAtTheEdgeIsAskedForAndPlays(int width, House house) {
        SignedIn owner = house.browser().asOwner();
        String dock = house.stack().camera(Seed.DOCK).toString();
        String recording = atTheEdge(owner.api(), dock);
        try (Actions person = Actions.from(house, owner, "acme", width)) {
            person.tap("main a.button[href$='/recordings?camera=" + dock + "']");
            person.tap("tr[data-recording='" + recording + "'] form[action$='/upload'] button");
            person.see("#player video").waitFor(patiently());
            Played.tap(person);

            Played.awaitIn(person);
            assertThat(person.see("main").innerText())
                    .as("nothing is on its way any more")
                    .doesNotContain("You can leave this page");
            person.arrivedWithin(MOST);
        }
    }

    private static String atTheEdge(HubApi api, String camera) {
        return Patiently.the(
                "a recording at the edge",
                PATIENCE,
                () -> Recorded.of(api, camera).stream()
                        .filter(one -> one.place().equals("edge"))
                        .map(Recorded::id)
                        .reduce((first, second) -> second));
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis());
    }
}
