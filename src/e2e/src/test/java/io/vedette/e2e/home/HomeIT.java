package io.vedette.e2e.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@EndToEnd
@Order(16)
class HomeIT {
    private static final String HOME = "/t/acme";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private House house;
    private SignedIn owner;
    private Page page;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        owner = house.browser().asOwner();
        page = owner.page();
    }

    @AfterEach
    void asItWas() {
        page.setViewportSize(1440, 900);
        page.navigate("about:blank");
    }

    @Test
    void camerasByStateAreAsManyAsTheListBehindTheNumberHolds() {
        owner.open(HOME);
        assertThat(number(page.locator("#cameras"))).isEqualTo(2);
        List<String> chips = page.locator("main a.filter[href*='state=']").all().stream()
                .map(chip -> chip.getAttribute("href") + " " + number(chip))
                .toList();
        assertThat(chips).isNotEmpty();

        for (String chip : chips) {
            String[] parts = chip.split(" ");
            owner.open(parts[0]);
            assertThat(page.locator("main tbody tr").count()).as(parts[0]).isEqualTo(Integer.parseInt(parts[1]));
        }
    }

    @Test
    void aCamerasRecordingsOfTodayAreAsManyAsTheListBehindTheNumberHolds() {
        String row = "tr[data-coverage='" + house.stack().camera(Seed.GATE) + "']";
        Patiently.until("more than one recording of the gate, said as a number", PATIENCE, () -> {
            owner.open(HOME);
            return NUMBER.matcher(page.locator(row + " a[href*='/found?']").innerText())
                    .find();
        });
        Locator link = page.locator(row + " a[href*='/found?']");
        int before = number(link);
        link.click();
        int listed = page.locator("tr[data-recording]").count();
        boolean whole = page.locator("a[rel=next]").count() == 0;
        owner.open(HOME);
        int after = number(page.locator(row + " a[href*='/found?']"));

        assertThat(whole).as("fewer than a page of the list").isTrue();
        assertThat(listed).as("more come meanwhile").isBetween(before, after);
    }

    @Test
    void uploadsAreAsManyAsTheListBehindTheNumberHolds() {
        owner.open(HOME);
        List<Locator> numbers = page.locator("dd[data-uploads] a").all();
        assertThat(numbers).hasSize(3);
        Locator failed = page.locator("dd[data-uploads=failed] a");
        int count = number(failed);

        failed.click();

        assertThat(URI.create(page.url()).getQuery()).isEqualTo("state=failed");
        assertThat(page.locator("tr[data-upload]").count()).isEqualTo(count);
    }

    @Test
    void onAPhoneTheDaysAreAsWideAsThePageAndNothingScrollsSideways() {
        page.setViewportSize(390, 844);
        owner.open(HOME);

        assertThat(page.locator("tr[data-coverage]").count()).isEqualTo(2);
        for (Locator strip : page.locator("tr[data-coverage] svg.strip").all()) {
            assertThat(strip.boundingBox().width).isGreaterThan(300);
        }
        assertThat(page.evaluate("document.querySelector('.coverage').parentElement.scrollWidth"
                        + " - document.querySelector('.coverage').parentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }

    private static int number(Locator words) {
        var found = NUMBER.matcher(words.innerText());
        assertThat(found.find()).as("a number").isTrue();
        return Integer.parseInt(found.group());
    }
}
