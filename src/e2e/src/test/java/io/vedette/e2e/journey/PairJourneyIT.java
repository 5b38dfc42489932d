package io.vedette.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the empty tenant's home page to the live picture of its first camera: the agent is started by the very line that is copied. */
@EndToEnd
@Order(26)
class PairJourneyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @AfterEach
    void empty(House house) {
        house.browser().asGuest().page().context().clearPermissions();
        EmptyAgain.globex(house);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aNewCameraIsLiveWithinSixActionsFromAnEmptyTenant(int width, House house, @TempDir Path box) throws Exception {
        SignedIn owner = house.browser().asGuest();
        long begun = System.nanoTime();
        try (Actions person = Actions.from(house, owner, "globex", width)) {
            sitBesideTheCamera(person);
            person.type("#site", "Harbour");
            person.type("#name", "Quay");
            person.tap("form[action$='/cameras/new'] button.main");
            person.tap("#pairing form button.main");
            String line = copied(person, "command");
            String token = copied(person, "token");
            assertThat(person.see("#left").innerText()).matches("good for 1[45] min");

            try (AgentBox agent =
                    AgentBox.paste(box, line, token, house.stack().testCameras().getLast())) {
                Patiently.until("the live picture, on the same page", PATIENCE, () -> {
                    agent.mustRun();
                    return person.see("vd-live[data-state=live]").count() == 1;
                });
                System.out.println("A new camera is live after " + (System.nanoTime() - begun) / 1_000_000_000
                        + " s, with no time to think.");
                person.arrivedWithin(6);
            }
        }
    }

    /** In a place of the world, and at the home page in it. */
    private static void sitBesideTheCamera(Actions person) {
        var zone = new JsonObject();
        zone.addProperty("timezoneId", "Europe/Berlin");
        BrowserContext context = person.page().context();
        context.newCDPSession(person.page()).send("Emulation.setTimezoneOverride", zone);
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        person.page().reload();
    }

    /** What the button put on the clipboard. */
    private static String copied(Actions person, String what) {
        person.tap("button[data-copy=" + what + "]");
        person.see("button[data-copy=" + what + "][aria-pressed=true]").waitFor();
        return String.valueOf(person.page().evaluate("navigator.clipboard.readText()"));
    }
}
