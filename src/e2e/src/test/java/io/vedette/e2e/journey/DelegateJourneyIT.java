package io.vedette.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Now;
import io.vedette.stack.demo.Seed;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the home page to a camera that somebody else may see until Friday. */
@EndToEnd
@Order(23)
class DelegateJourneyIT {
    private static final String GRANTS = "/api/v1/t/acme/grants";

    @AfterEach
    void takeBack(House house) {
        HubApi owner = house.browser().asOwner().api();
        for (JsonNode grant : owner.get(GRANTS).json().path("grants")) {
            owner.delete(GRANTS + "/" + grant.path("id").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aCameraIsSharedUntilFridayWithinSixActions(int width, House house) {
        String gate = house.stack().camera(Seed.GATE).toString();
        LocalDate friday =
                LocalDate.ofInstant(Now.utc(), ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        try (Actions person = Actions.from(house, house.browser().asOwner(), "acme", width)) {
            person.tap(".rail a[href$='/people']");
            person.tap("a.account[href$='" + house.stack().account("guard").subject() + "']");
            person.choose("#target", "camera:" + gate);
            person.tap("input[name=action][value=REPLAY]");
            person.type("#until", friday + "T18:00");
            person.tap("form[action$='/people/grants'] button.main");

            assertThat(person.see("li.grant").innerText()).contains("Gate");
            person.arrivedWithin(6);
        }
        HubApi owner = house.browser().asOwner().api();
        String until =
                owner.get(GRANTS).json().path("grants").path(0).path("until").asText();
        assertThat(LocalDate.ofInstant(Instant.parse(until), ZoneId.systemDefault()))
                .isEqualTo(friday);
        JsonNode seen =
                house.browser().asGuard().api().get("/api/v1/t/acme/cameras").json();
        assertThat(seen.path("cameras")).hasSize(1);
        assertThat(seen.path("cameras").path(0).path("id").asText()).isEqualTo(gate);
    }
}
