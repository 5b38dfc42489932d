package io.vedette.e2e.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.NewCamera;
import io.vedette.e2e.look.HubPages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Scripts that got into a page, as a name or by a fault of the page: none of them runs. */
@EndToEnd
@Order(27)
class PlantedScriptIT {
    private static final String NAME = "<img src=x onerror=window.planted=1>{{7*7}}${7*7}";
    /** In every way in which a page that is written to can be made to run something. */
    private static final String PLANT = """
            () => {
              const script = document.createElement('script');
              script.textContent = '(window.planted ??= []).push(1)';
              document.body.append(script);
              const other = document.createElement('script');
              other.src = 'data:text/javascript,(window.planted ??= []).push(2)';
              document.body.append(other);
              document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="(window.planted ??= []).push(3)"><details open ontoggle="(window.planted ??= []).push(4)"></details>');
              const link = document.createElement('a');
              link.href = 'javascript:void((window.planted ??= []).push(5))';
              document.body.append(link);
              link.click();
              try { setTimeout('(window.planted ??= []).push(6)', 0); } catch (refused) { }
              return new Promise(done => setTimeout(() => done((window.planted ?? []).sort().join()), 500));
            }
            """;

    private House house;
    private Page page;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        page = house.browser().beside(house.browser().asOwner());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void writtenIntoAPageNoneRuns() {
        page.setContent("<!doctype html><title>without a policy</title>");
        assertThat(page.evaluate(PLANT)).as("without the policy each does").isEqualTo("1,2,3,4,5,6");

        for (String path : new String[] {"/t/acme", "/t/acme/people", "/t/acme/live", "/t/acme/no-such-page"}) {
            page.navigate(house.stack().hub() + path);
            assertThat(page.url()).endsWith(path);
            assertThat(page.evaluate(PLANT)).as(path).isEqualTo("");
        }
    }

    @Test
    void asTheNamesOfThingsTheyAreReadAndNotRun() {
        HubApi owner = house.browser().asOwner().api();
        String camera = NewCamera.named(house.stack(), owner, NAME);
        String team = owner.post("/api/v1/t/acme/teams", "{\"name\":\"" + NAME + "\"}")
                .json()
                .path("id")
                .asText();
        try {
            Map<String, String> pages = new TreeMap<>(HubPages.of(house.stack()));
            pages.put("this camera", house.stack().hub() + "/t/acme/cameras/" + camera);
            pages.put("its pairing", house.stack().hub() + "/t/acme/cameras/" + camera + "/pair");
            pages.put("this team", house.stack().hub() + "/t/acme/people?team=" + team);
            pages.forEach((name, address) -> {
                assertThat(page.navigate(address).status()).as(name).isEqualTo(200);
                assertThat(page.evaluate("window.planted ?? 0")).as(name).isEqualTo(0);
                assertThat(page.locator("img[src=x]").count()).as(name).isZero();
            });
            for (String name : List.of("cameras", "this camera", "people", "this team", "audit")) {
                page.navigate(pages.get(name));
                assertThat(page.locator("main").innerText()).as(name).contains(NAME);
            }
        } finally {
            assertThat(owner.delete("/api/v1/t/acme/teams/" + team).status()).isEqualTo(204);
            assertThat(owner.takeAway("/api/v1/t/acme/cameras/" + camera).status())
                    .isEqualTo(204);
        }
    }
}
