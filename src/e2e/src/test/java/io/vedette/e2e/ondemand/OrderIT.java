package io.vedette.e2e.ondemand;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Now;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@EndToEnd
@Order(45)
class OrderIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Longer than what motion alone makes of the camera's minute. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private House house;

    @BeforeEach
    void enter(House house) {
        this.house = house;
    }

    @AfterEach
    void leave() {
        house.mend();
    }

    @Test
    void whoSeesSomethingHasItRecordedUntilTheyStopIt() {
        SignedIn owner = house.browser().asOwner();
        HubApi api = owner.api();
        String gate = house.stack().camera(Seed.GATE).toString();
        Page page = owner.page();
        owner.open("/t/acme/cameras/" + gate);
        Locator order = page.locator("#order");

        order.locator("select").selectOption("1");
        order.locator("button").first().click();

        assertThat(order.locator("[role=status]")).containsText("Being recorded");
        Instant begun = Now.utc();
        Patiently.until(
                "the order to go on for a while",
                PATIENCE,
                () -> left(api, gate).compareTo(Duration.ofMinutes(1).minus(LONG)) < 0);
        order.locator("form[action$='/end'] button").click();
        assertThat(order.locator("[role=status]")).hasCount(0);

        Patiently.until(
                "a recording of all that time",
                PATIENCE,
                () -> Recorded.of(api, gate).stream()
                        .anyMatch(one -> one.startedAt().isBefore(begun)
                                && one.durationMs() >= LONG.toMillis()
                                && one.startedAt().plusMillis(one.durationMs()).isAfter(begun.plus(LONG))));
    }

    private static Duration left(HubApi api, String camera) {
        JsonNode until = api.get("/api/v1/t/acme/cameras/" + camera).json().path("orderedUntil");
        return until.isMissingNode()
                ? Duration.ofMinutes(1)
                : Duration.between(Now.utc(), Instant.parse(until.asText()));
    }
}
