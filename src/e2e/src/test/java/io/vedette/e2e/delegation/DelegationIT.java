package io.vedette.e2e.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.LiveSocket;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One story in four steps: before the grant, with it, with less of it, after it was taken back. */
@EndToEnd
@Order(20)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DelegationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SOCKET_CLOSES = Duration.ofSeconds(2);

    private House house;
    private Stack stack;
    private SignedIn guard;
    private String gate;
    private String dock;
    private String gateRecording;
    private String dockRecording;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
        guard = house.browser().asGuard();
        gate = stack.camera(Seed.GATE).toString();
        dock = stack.camera(Seed.DOCK).toString();
        gateRecording = aRecording(gate, "VAULT");
        dockRecording = aRecording(dock, "EDGE");
    }

    @Test
    @Order(1)
    void withoutAGrantThereIsNothing() {
        seesNothingOf(guard.api(), gate, gateRecording);
        seesNothingOf(guard.api(), dock, dockRecording);
        assertThat(cameras(guard.api())).isEmpty();
        guard.open("/t/acme");
        assertThat(guard.page().locator("main").innerText())
                .doesNotContain("Gate")
                .doesNotContain("Loading dock");
        assertThat(guard.open("/t/acme/people"))
                .as("the people are the owner's")
                .isIn(403, 404);
        assertThat(house.browser().asOwner().open("/t/acme/people?account=nobody"))
                .as("an address that names nobody shows nobody's form")
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void theOwnerGivesTheGateAndExactlyTheGateIsThere() {
        give("camera:" + gate);

        HubApi api = guard.api();
        assertThat(cameras(api)).containsExactly(gate);
        assertThat(guard.open("/t/acme/live")).isEqualTo(200);
        assertThat(guard.page().locator("vd-live").count()).isEqualTo(1);
        assertThat(guard.page().locator("vd-live").getAttribute("camera")).isEqualTo(gate);
        guard.page().navigate("about:blank");
        assertThat(guard.open("/t/acme/cameras/" + gate)).isEqualTo(200);
        assertThat(api.range("/t/acme/media/" + gateRecording + ".mp4", 0, 99).status())
                .isEqualTo(206);
        assertThat(Recorded.of(api, gate)).extracting(Recorded::id).contains(gateRecording);
        assertThat(guard.open("/t/acme/recordings/" + gateRecording)).isEqualTo(200);
        assertThat(guard.page().locator("#player video").count()).isEqualTo(1);
        guard.open("/t/acme/recordings");
        assertThat(guard.page().locator("select[name=camera] option").allInnerTexts())
                .containsExactly("Gate");
        try (LiveSocket live = LiveSocket.watch(api, "acme", gate)) {
            Patiently.until(
                    "live pictures of the gate",
                    PATIENCE,
                    () -> !live.fragments().isEmpty());
        }
        seesNothingOf(api, dock, dockRecording);
    }

    /** From the list to the page of the grant and back, with an end and a reason, and without playing back. */
    @Test
    @Order(3)
    void theOwnerChangesTheGrantAndItCountsAtOnce() {
        Page page = openGuard(house.browser().asOwner());
        page.locator("li.grant a[href*='/people/grants/']").click();
        page.locator("#until").waitFor();
        assertThat(page.locator("main").innerText()).contains("Given by Owner Acme");
        page.locator("input[name=action][value=REPLAY]").uncheck();
        page.locator("#until").fill("2099-12-31T18:00");
        page.locator("#reason").fill("until the fence stands");
        page.locator("main form button.main").click();
        page.locator("li.grant").waitFor();

        assertThat(page.locator("li.grant").innerText()).contains("2099", "until the fence stands");
        HubApi api = guard.api();
        assertThat(api.get("/t/acme/media/" + gateRecording + ".mp4").status()).isEqualTo(403);
        assertThat(guard.open("/t/acme/live/" + gate)).isEqualTo(200);
        guard.page().navigate("about:blank");
    }

    @Test
    @Order(4)
    void takenBackItIsGoneEverywhereAndAnOpenSocketCloses() {
        HubApi api = guard.api();
        LiveSocket live = LiveSocket.watch(api, "acme", gate);
        Patiently.until(
                "live pictures of the gate", PATIENCE, () -> !live.fragments().isEmpty());

        takeBack();

        Patiently.until(
                "the open socket to close",
                SOCKET_CLOSES,
                () -> live.closeCode().isPresent());
        seesNothingOf(api, gate, gateRecording);
        assertThat(cameras(api)).isEmpty();
    }

    @Test
    @Order(5)
    void theOtherTenantsOwnerSeesNothingOfAcme() {
        HubApi guest = house.browser().asGuest().api();

        assertThat(cameras(guest)).isEmpty();
        seesNothingOf(guest, gate, gateRecording);
        for (String path : List.of(
                "/t/globex/cameras/" + gate,
                "/api/v1/t/globex/cameras/" + gate,
                "/t/globex/live/" + gate,
                "/t/globex/recordings/" + gateRecording,
                "/api/v1/t/globex/recordings/" + gateRecording,
                "/t/globex/media/" + gateRecording + ".mp4")) {
            assertThat(guest.get(path).status()).as(path).isEqualTo(404);
        }
        isRefusedASocket(guest, "globex", gate);
        assertThat(guest.get("/api/v1/t/globex/cameras").json().path("cameras")).isEmpty();
    }

    private void seesNothingOf(HubApi api, String camera, String recording) {
        List<String> paths = List.of(
                "/t/acme/cameras/" + camera,
                "/t/acme/live/" + camera,
                "/api/v1/t/acme/cameras/" + camera,
                "/t/acme/recordings?camera=" + camera,
                "/t/acme/recordings/" + recording,
                "/api/v1/t/acme/recordings?camera=" + camera,
                "/api/v1/t/acme/recordings/" + recording,
                "/t/acme/media/" + recording + ".mp4",
                "/t/acme/media/" + recording + ".jpg");
        for (String path : paths) {
            Answer answer = api.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).as(path).doesNotContain("Gate").doesNotContain("Loading dock");
        }
        assertThat(api.range("/t/acme/media/" + recording + ".mp4", 0, 9).status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/t/acme/cameras/" + camera + "/live", "").status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/t/acme/recordings/" + recording + "/upload", "")
                        .status())
                .as("asking for an upload")
                .isEqualTo(404);
        isRefusedASocket(api, "acme", camera);
    }

    /** Closed with the code for "not found" before a single word or picture. */
    private static void isRefusedASocket(HubApi api, String tenant, String camera) {
        try (LiveSocket socket = LiveSocket.watch(api, tenant, camera)) {
            Patiently.until(
                    "the hub to refuse the socket",
                    PATIENCE,
                    () -> socket.closeCode().isPresent());
            assertThat(socket.closeCode()).as("how the live socket ended").hasValue(4404);
            assertThat(socket.fragments()).isEmpty();
            assertThat(socket.texts()).isEmpty();
        }
    }

    private static List<String> cameras(HubApi api) {
        JsonNode all = api.get("/api/v1/t/acme/cameras").json().path("cameras");
        return StreamSupport.stream(all.spliterator(), false)
                .map(camera -> camera.path("id").asText())
                .toList();
    }

    /** Through the page, as an owner does it. */
    private void give(String target) {
        SignedIn owner = house.browser().asOwner();
        Page page = openGuard(owner);
        for (String action : List.of("LIVE", "REPLAY", "REQUEST_UPLOAD")) {
            page.locator("input[name=action][value=" + action + "]").check();
        }
        page.locator("select[name=target]").selectOption(target);
        page.locator("form[action$='/people/grants'] button").click();
        page.locator("li.grant").waitFor();
        assertThat(page.locator("li.grant").innerText()).contains("Gate");
    }

    private void takeBack() {
        Page page = openGuard(house.browser().asOwner());
        page.locator("form[action$='/take-back'] button").first().click();
        page.locator("form[action$='/take-back']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Page openGuard(SignedIn owner) {
        owner.open("/t/acme/people?account=" + stack.account("guard").subject());
        return owner.page();
    }

    private String aRecording(String camera, String place) {
        Behind acme = new Behind(stack, "acme");
        return Patiently.the(
                "a recording of camera " + camera + " in " + place,
                Duration.ofMinutes(3),
                () -> acme
                        .column(
                                "select id::text from recording where camera_id = ?::uuid and place = ? limit 1",
                                camera,
                                place)
                        .stream()
                        .findFirst());
    }
}
