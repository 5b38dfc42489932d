package io.vedette.e2e.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EndToEnd
@Order(45)
class PairingIT {
    private Stack stack;
    private SignedIn owner;
    private HubApi stranger;
    private Behind acme;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
        owner = house.browser().asOwner();
        stranger = HubApi.stranger(stack.hub());
        acme = new Behind(stack, "acme");
    }

    @Test
    void everyRefusalIsTheSameAndStoresNothing() {
        PairingToken used = freshToken();
        assertThat(pair(new NewAgent(used)).status()).isEqualTo(200);
        PairingToken expired = freshToken();
        assertThat(acme.change("update pairing_token set expires_at = now() - interval '1 second'"
                        + " where agent_id is null and expires_at > now()"))
                .isPositive();
        PairingToken whole = freshToken();
        long agents = agents();

        List<Answer> refusals = List.of(
                pair(new NewAgent(PairingToken.fresh(stack.tenant("acme"), new SecureRandom()))),
                pair(new NewAgent(PairingToken.fresh(TenantId.fresh(), new SecureRandom()))),
                pair(new NewAgent(used)),
                pair(new NewAgent(expired)),
                pair(new NewAgent(moved(whole, stack.tenant("globex")))),
                pair(new NewAgent(whole).signedBy(new NewAgent(whole))));

        Answer first = refusals.getFirst();
        assertThat(first.status()).isEqualTo(403);
        assertThat(first.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(first.status());
            assertThat(withoutId(refusal)).isEqualTo(withoutId(first));
        });
        assertThat(agents()).isEqualTo(agents);
        assertThat(new Behind(stack, "globex").count("select count(*) from agent"))
                .isZero();
        assertThat(pair(new NewAgent(whole)).status()).as("nobody spent it").isEqualTo(200);
    }

    /** Each answer names its own request, and nothing else of it. */
    private static JsonNode withoutId(Answer refusal) {
        return ((ObjectNode) refusal.json()).without("request");
    }

    @Test
    void ofTwoAgentsWithOneTokenOneWins() {
        PairingToken token = freshToken();
        long before = agents();
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Answer>> racers = IntStream.range(0, 4)
                .mapToObj(number -> new NewAgent(token))
                .map(agent -> CompletableFuture.supplyAsync(() -> {
                    await(go);
                    return pair(agent);
                }))
                .toList();

        go.countDown();

        assertThat(racers.stream().map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(200, 403, 403, 403);
        assertThat(agents()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyMayAskAgainAndIsTheSameAgent() {
        NewAgent agent = new NewAgent(freshToken());

        Answer first = pair(agent);
        Answer again = pair(agent);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void thePairingPageShowsATokenOnceAndTheCommandSpendsIt(@TempDir Path folder) throws Exception {
        String camera = newCamera();
        owner.open("/t/acme/cameras/" + camera + "/pair");
        owner.page().locator("main form button.main").click();
        String token = owner.page().locator("#token").textContent();
        assertThat(token).matches("vdp1\\.[0-9a-f-]{36}\\.[A-Za-z0-9_-]{22}");
        owner.open("/t/acme/cameras/" + camera + "/pair");
        assertThat(owner.page().content()).as("once and never again").doesNotContain(token);

        Path home = folder.resolve("home");
        int refused = runPair(
                folder,
                home,
                PairingToken.fresh(stack.tenant("acme"), new SecureRandom()).reveal());
        assertThat(refused).isEqualTo(1);
        assertThat(home.resolve("agent.json")).doesNotExist();

        assertThat(runPair(folder, home, token)).isZero();
        String words = owner.api()
                .get("/api/v1/t/acme/cameras/" + camera)
                .json()
                .path("agent")
                .path("words")
                .asText();
        assertThat(words).matches("[a-z]+(-[a-z]+){3}");
        assertThat(Files.readString(folder.resolve("said")))
                .as("on both screens")
                .contains(words);
        owner.open("/t/acme/cameras/" + camera);
        assertThat(owner.page().locator("#words").textContent()).isEqualTo(words);
        for (String secret : List.of("agent.json", "agent.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(home.resolve("agent.json"))).doesNotContain(token);
        assertThat(owner.api()
                        .get("/api/v1/t/acme/cameras/" + camera)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("offline");
    }

    @Test
    void aRevokedAgentIsToldAndTheCameraIsFreeForAnother() {
        String camera = newCamera();
        NewAgent agent = new NewAgent(tokenFor(camera));
        assertThat(pair(agent).status()).isEqualTo(200);
        owner.open("/t/acme/cameras/" + camera);

        owner.page().locator("main details summary").last().click();
        owner.page().locator("button.danger").click();
        owner.page().locator("a[href$='/pair']").first().waitFor();

        assertThat(owner.page().locator("#words").count()).isZero();
        assertThat(pair(agent).status()).as("its own key opens nothing").isEqualTo(403);
        assertThat(pair(new NewAgent(tokenFor(camera))).status()).isEqualTo(200);
        String agentAddress = "/api/v1/t/acme/cameras/" + camera + "/agent";
        assertThat(owner.api().delete(agentAddress).status()).isEqualTo(204);
        assertThat(owner.api().delete(agentAddress).status()).isEqualTo(404);
    }

    @Test
    void aNewAgentIsConfirmedItsKeyRenewedAndItsBoxSwappedByClicks() {
        String camera = newCamera();
        String address = "/t/acme/cameras/" + camera;
        owner.open(address + "/pair");
        owner.page().locator("input[name=confirm]").check();
        owner.page().locator("main form button.main").click();
        String first = owner.page().locator("#token").textContent();
        owner.page().locator("main form button.bare").click();
        owner.page().locator("#token:not(:text-is('" + first + "'))").waitFor(); // another, which asks for the same
        assertThat(pair(new NewAgent(shownToken())).status()).isEqualTo(200);

        owner.open(address);
        assertThat(owner.page().locator("[data-trouble=unconfirmed] p").textContent())
                .contains(owner.page().locator("#words").textContent());
        owner.page().locator("form[action$='/confirm'] button").click();
        owner.page().locator("[data-trouble=unconfirmed]").waitFor(gone());
        assertThat(agent(camera).path("confirmed").asBoolean()).isTrue();

        owner.page().locator("details:has(form[action$='/renew']) summary").click();
        owner.page().locator("form[action$='/renew'] button").click();
        owner.page().locator("#key-asked").waitFor();

        String old = agent(camera).path("id").asText();
        owner.page().locator("a[href*='pair?swap=']").click();
        owner.page().locator("main form[action$='/pair'] button.main").click();
        PairingToken swap = shownToken();
        assertThat(agent(camera).path("id").asText())
                .as("until the new one comes")
                .isEqualTo(old);
        assertThat(pair(new NewAgent(swap)).status()).isEqualTo(200);

        assertThat(agent(camera).path("id").asText()).isNotEmpty().isNotEqualTo(old);
        owner.open(address);
        assertThat(owner.page().locator("#words").textContent())
                .isEqualTo(agent(camera).path("words").asText());
    }

    @Test
    void aRunningAgentMakesItselfANewKeyWhenItsOwnerAsksAndStaysConnected() {
        JsonNode camera = StreamSupport.stream(
                        owner.api()
                                .get("/api/v1/t/acme/cameras")
                                .json()
                                .path("cameras")
                                .spliterator(),
                        false)
                .filter(one -> one.path("state").asText().equals("online"))
                .findFirst()
                .orElseThrow();
        JsonNode before = camera.path("agent");
        String id = camera.path("id").asText();
        String renewal =
                "/api/v1/t/acme/cameras/" + id + "/agent/" + before.path("id").asText() + "/renewal";
        long epoch = epoch(before);

        assertThat(owner.api().post(renewal, "").status()).isEqualTo(204);

        Patiently.until(
                "a new key",
                Duration.ofSeconds(30),
                () -> !agent(id).path("keySince").equals(before.path("keySince")));
        assertThat(agent(id).path("words")).isNotEqualTo(before.path("words"));
        assertThat(epoch(before)).as("on the same connection").isEqualTo(epoch);
        JsonNode deed = owner.api()
                .get("/api/v1/t/acme/audit?what=agent.key-renewed&limit=1")
                .json()
                .path("entries")
                .path(0);
        assertThat(deed.path("actorKind").asText()).isEqualTo("AGENT");
        assertThat(deed.path("camera").asText()).isEqualTo(id);
    }

    private long epoch(JsonNode agent) {
        return acme.count(
                "select epoch from agent where id = '" + agent.path("id").asText() + "'");
    }

    private PairingToken shownToken() {
        return PairingToken.of(owner.page().locator("#token").textContent());
    }

    private JsonNode agent(String camera) {
        return owner.api().get("/api/v1/t/acme/cameras/" + camera).json().path("agent");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private int runPair(Path folder, Path home, String token) throws IOException, InterruptedException {
        Path answers = Files.writeString(folder.resolve("answers"), """
                token=%s
                camera=rtsp://127.0.0.1:9/none
                user=nobody
                password=nothing
                delivery=on-demand
                """.formatted(token));
        Process pairing = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        System.getProperty("vedette.agent.jar"),
                        "pair",
                        stack.hub().toString(),
                        "--home",
                        home.toString(),
                        "--answers",
                        answers.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        int code = pairing.waitFor();
        assertThat(Files.readString(folder.resolve("said"))).doesNotContain(token);
        return code;
    }

    /** For a camera of its own: a camera has one agent. */
    private PairingToken freshToken() {
        return tokenFor(newCamera());
    }

    private PairingToken tokenFor(String camera) {
        Answer made = owner.api().post("/api/v1/t/acme/cameras/" + camera + "/pairing-token", "{}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return PairingToken.of(made.json().path("token").asText());
    }

    private String newCamera() {
        String site = acme.column("select id::text from site limit 1").getFirst();
        Answer made =
                owner.api().post("/api/v1/t/acme/cameras", "{\"name\":\"Paired by a test\",\"site\":\"" + site + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    private Answer pair(NewAgent agent) {
        return stranger.post("/api/v1/pair", LinkCodec.write(agent.request()));
    }

    private static PairingToken moved(PairingToken token, TenantId other) {
        return PairingToken.of(token.reveal().replace(token.tenant().toString(), other.toString()));
    }

    private long agents() {
        return acme.count("select count(*) from agent");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
