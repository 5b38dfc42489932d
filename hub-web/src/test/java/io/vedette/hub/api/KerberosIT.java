package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.Secret;
import io.vedette.hub.Patiently;
import io.vedette.hub.kerberos.TestFilms;
import io.vedette.lab.kerberos.FilmFile;
import io.vedette.lab.kerberos.KerberosAgent;
import io.vedette.lab.kerberos.KerberosAgent.Kind;
import io.vedette.lab.kerberos.KerberosAgent.Target;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agents of Kerberos, as they are seen on the wire, against the running hub. */
class KerberosIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String ACCOUNTS = "/api/v1/t/acme/vault-accounts";
    private static final Duration A_LOOK = Duration.ofSeconds(20);
    private static final Random RANDOM = new Random();
    private static Pair pair;

    private record Pair(String id, String accessKey, Secret secretKey) {}

    @BeforeAll
    static void keys() throws IOException {
        pair = make("Kerberos " + RANDOM.nextLong());
    }

    @AfterAll
    static void away() {
        send("DELETE", ACCOUNTS + "/" + pair.id(), "");
    }

    @ParameterizedTest
    @EnumSource
    void aFilmInOneBodyAppearsAsACameraWithItsRecordingAndPlays(Kind kind) throws IOException {
        try (KerberosAgent agent = agent(kind, "one-body-" + kind)) {
            FilmFile film = film("yard " + kind, 3);

            assertThat(agent.verify()).isEqualTo(200);
            assertThat(agent.post(film)).isEqualTo(200);

            JsonNode camera = camera("yard " + kind);
            assertThat(camera.path("site").path("id").asText()).isEqualTo(HUB.site.toString());
            JsonNode recording = onlyRecording(camera);
            assertThat(recording.path("bytes").asLong()).isEqualTo(film.bytes().length);
            assertThat(Instant.parse(recording.path("startedAt").asText())).isEqualTo(film.startedAt());
            assertPlays(recording, film.bytes());
        }
    }

    @Test
    void aHubSaysBeforehandWhetherFilmsMayCome() {
        try (KerberosAgent agent = agent(Kind.HUB, "asks");
                KerberosAgent wrong = new KerberosAgent(
                        target(Kind.HUB), pair.accessKey(), new Secret("f".repeat(64)), "asks", "asks")) {
            assertThat(agent.mayUpload()).isEqualTo(200);
            assertThat(wrong.mayUpload()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFilmInPiecesWithACutInBetweenIsWhole(Kind kind) throws IOException {
        try (KerberosAgent agent = agent(kind, "pieces-" + kind)) {
            FilmFile film = film("pieces " + kind, 5);
            HttpResponse<String> created = agent.create(film);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            String upload = KerberosAgent.id(created);
            assertThat(created.headers().firstValue("Upload-Expires")).isPresent();

            agent.patchAndCut(upload, 0, film.bytes(), 30_000);
            Patiently.until(
                    "the bytes that came to be known",
                    A_LOOK,
                    () -> agent.head(upload)
                                    .headers()
                                    .firstValue("Upload-Offset")
                                    .map(Long::parseLong)
                                    .orElse(0L)
                            == 30_000L);
            assertThat(agent.goOn(film, upload, 16_384)).isTrue();

            assertPlays(onlyRecording(camera("pieces " + kind)), film.bytes());
        }
    }

    @Test
    void whatIsSentAgainIsStoredOnce() throws IOException {
        try (KerberosAgent agent = agent(Kind.VAULT, "again")) {
            FilmFile film = film("again", 2);

            assertThat(agent.post(film)).isEqualTo(200);
            assertThat(agent.post(film)).isEqualTo(200);
            assertThat(agent.upload(film, 8192)).isTrue();
            assertThat(agent.patchUnannounced(KerberosAgent.id(agent.create(film)), film.bytes())
                            .headers()
                            .firstValue("Upload-Offset"))
                    .as("all of it, also for who does not say how much is to come")
                    .contains(String.valueOf(film.bytes().length));
            assertThat(agent.post(film.named("1763640000_6-967003_again_0-0-0-0_24_769.mp4")))
                    .isEqualTo(200);

            onlyRecording(camera("again"));
        }
    }

    @Test
    void aNameThatLiesIsALabelAndNothingElse() throws IOException {
        try (KerberosAgent agent = agent(Kind.VAULT, "liar")) {
            FilmFile film = film("liar", 2).named("../../../../etc/passwd");

            assertThat(agent.post(film)).isEqualTo(200);
            assertThat(agent.post(film("liar", 1).named("99999999999_1-5_liar_0-0-0-0_24_769.mp4")))
                    .as("in the year 5138")
                    .isEqualTo(200);

            for (JsonNode recording : recordings(camera("Kerberos"))) {
                assertThat(Instant.parse(recording.path("startedAt").asText()))
                        .isBetween(Instant.now().minus(1, ChronoUnit.HOURS), Instant.now());
            }
        }
    }

    @Test
    void wrongKeysAndNoneAreRefusedEverywhere() {
        FilmFile film = film("refused", 1);
        try (KerberosAgent wrong = new KerberosAgent(
                        target(Kind.VAULT), pair.accessKey(), new Secret("0".repeat(64)), "refused", "refused");
                KerberosAgent unknown = new KerberosAgent(
                        target(Kind.VAULT), "an-access-key", new Secret("a-secret"), "refused", "refused")) {
            for (KerberosAgent agent : List.of(wrong, unknown)) {
                assertThat(agent.verify()).isEqualTo(401);
                assertThat(agent.post(film)).isEqualTo(401);
                assertThat(agent.create(film).statusCode()).isEqualTo(401);
                assertThat(agent.head("0192f0c1-7a00-7000-8000-00000000000a").statusCode())
                        .isEqualTo(401);
            }
        }
        assertThat(cameras("refused")).isEmpty();
    }

    @Test
    void keysThatAreTurnedOffAreRefusedFromTheNextRequestOn() throws IOException {
        Pair other = make("Off " + RANDOM.nextLong());
        try (KerberosAgent agent =
                new KerberosAgent(target(Kind.VAULT), other.accessKey(), other.secretKey(), "off", "off")) {
            assertThat(agent.verify()).isEqualTo(200);
            assertThat(send("POST", ACCOUNTS + "/" + other.id() + "/off", "").statusCode())
                    .isEqualTo(204);
            assertThat(agent.verify()).isEqualTo(401);
            assertThat(send("POST", ACCOUNTS + "/" + other.id() + "/on", "").statusCode())
                    .isEqualTo(204);
            assertThat(agent.verify()).isEqualTo(200);
        } finally {
            send("DELETE", ACCOUNTS + "/" + other.id(), "");
        }
    }

    @Test
    void whatIsNoFilmIsRefused() {
        try (KerberosAgent agent = agent(Kind.VAULT, "hostile")) {
            byte[] program = "MZ not a film".repeat(500).getBytes(StandardCharsets.US_ASCII);

            assertThat(agent.post(FilmFile.of(program, "hostile", Instant.now(), Duration.ofSeconds(1))))
                    .isEqualTo(422);
            assertThat(agent.upload(FilmFile.of(program, "hostile", Instant.now(), Duration.ofSeconds(1)), 4096))
                    .isFalse();
        }
    }

    @Test
    void anotherTenantSeesNothingOfIt() throws IOException, SQLException {
        TenantRows.change(
                HUB.world.settings,
                HUB.world.stranger.tenant(),
                "insert into member (tenant_id, subject, role) values (?, 'owner-of-globex', 'OWNER') on conflict do nothing",
                HUB.world.stranger.tenant().value());
        try (KerberosAgent agent = agent(Kind.VAULT, "ours")) {
            assertThat(agent.post(film("ours", 1))).isEqualTo(200);
        }
        String recording = onlyRecording(camera("ours")).path("id").asText();
        String foreigner = HUB.token(
                "owner-of-globex", Map.of("globex", HUB.world.stranger.tenant().toString()));

        for (String address : List.of(
                "/api/v1/t/acme/recordings/" + recording,
                "/api/v1/t/globex/recordings/" + recording,
                "/t/globex/media/" + recording + ".mp4",
                "/api/v1/t/globex/vault-accounts/" + pair.id())) {
            assertThat(HUB.send(HUB.to(address).header("Authorization", "Bearer " + foreigner))
                            .statusCode())
                    .as(address)
                    .isEqualTo(404);
        }
    }

    @Test
    void aBeatTellsThatItIsThereAndHowItsCameraIs() throws IOException {
        try (KerberosAgent agent = agent(Kind.HUB, "beats")) {
            assertThat(agent.beat(true)).isEqualTo(200);
            assertThat(camera("beats").path("state").asText()).isEqualTo("online");

            assertThat(agent.beatEncrypted(false, true)).isEqualTo(200);
            assertThat(camera("beats").path("state").asText()).isEqualTo("lost");

            assertThat(agent.beatEncrypted(true, false))
                    .as("what it encrypted is proof enough")
                    .isEqualTo(200);
            assertThat(camera("beats").path("state").asText()).isEqualTo("online");
        }
    }

    @Test
    void strangersWhoTrickleKeepNobodyOutWhoShowsItsKeys() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try (KerberosAgent agent = agent(Kind.HUB, "among-strangers")) {
            for (int i = 0; i < 32; i++) {
                strangers.add(agent.beatWithoutEnd());
            }
            Patiently.until(
                    "strangers to have all their places", A_LOOK, () -> agent.beatEncrypted(true, false) == 429);

            assertThat(agent.beat(true)).isEqualTo(200);
            assertThat(agent.beatEncrypted(true, true)).isEqualTo(200);
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void aBeatThatProvesNothingChangesNothing() throws IOException {
        List<String> before;
        try (KerberosAgent vault = agent(Kind.VAULT, "unproved");
                KerberosAgent hub = agent(Kind.HUB, "unproved");
                KerberosAgent wrong = new KerberosAgent(
                        target(Kind.HUB), pair.accessKey(), new Secret("1".repeat(64)), "unproved", "unproved")) {
            assertThat(hub.verify()).isEqualTo(200); // its use is noted to the minute
            before = devices();
            assertThat(vault.beatWithoutKeys()).as("to a vault").isEqualTo(200);
            assertThat(hub.beatWithoutKeys()).as("to a hub").isEqualTo(401);
            assertThat(wrong.beat(true)).isEqualTo(401);
            assertThat(wrong.beatEncrypted(true, true)).isEqualTo(401);
            assertThat(wrong.beatEncrypted(true, false)).isEqualTo(401);
        }
        assertThat(devices()).isEqualTo(before);
        assertThat(cameras("unproved")).isEmpty();
    }

    @Test
    void thePieceOfAScriptHasToComeToItsChecksum() throws Exception {
        try (KerberosAgent script = agent(Kind.VAULT, "script")) {
            FilmFile film = film("script", 1);
            String upload = KerberosAgent.id(script.create(film));
            String wrong = checksum("something else".getBytes(StandardCharsets.UTF_8));

            assertThat(script.patch(upload, 0, film.bytes(), wrong).statusCode())
                    .isEqualTo(460);
            assertThat(script.head(upload).headers().firstValue("Upload-Offset"))
                    .contains("0");
            assertThat(script.patch(upload, 0, film.bytes(), checksum(film.bytes()))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(script.delete(upload)).as("it is over").isEqualTo(404);
            onlyRecording(camera("script"));
        }
    }

    @Test
    void noSecretIsWrittenIntoTheLog() throws IOException {
        try (KerberosAgent agent = agent(Kind.HUB, "logged")) {
            agent.verify();
            agent.beatEncrypted(true, false);
        }
        assertThat(Files.readString(HUB.hub.log))
                .doesNotContain(pair.secretKey().reveal());
    }

    private static List<String> devices() {
        return TenantRows.sums(HUB.world.settings, HUB.world.owner.tenant()).stream()
                .filter(row ->
                        row.startsWith("kerberos") || row.startsWith("camera") || row.startsWith("vault_account"))
                .toList();
    }

    private static String checksum(byte[] bytes) throws Exception {
        return "sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static FilmFile film(String camera, int seconds) {
        Instant startedAt = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        byte[] film = TestFilms.fragmented(RANDOM.nextLong(), seconds, 20_000);
        return FilmFile.of(film, camera, startedAt, Duration.ofSeconds(seconds));
    }

    private static KerberosAgent agent(Kind kind, String device) {
        return new KerberosAgent(target(kind), pair.accessKey(), pair.secretKey(), device, device);
    }

    private static Target target(Kind kind) {
        return new Target(kind, URI.create(HUB.address + (kind == Kind.VAULT ? "/kerberos/vault" : "/kerberos/hub")));
    }

    private static void assertPlays(JsonNode recording, byte[] film) throws IOException {
        String address = "/t/acme/media/" + recording.path("id").asText() + ".mp4";
        byte[] got = HUB.bytes(HUB.ownerCookies(), address);
        assertThat(HexFormat.of().formatHex(got)).isEqualTo(HexFormat.of().formatHex(film));
        HttpResponse<String> part =
                HUB.send(HUB.to(address).header("Cookie", HUB.ownerCookies()).header("Range", "bytes=4-7"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(new String(Arrays.copyOfRange(film, 4, 8), StandardCharsets.US_ASCII));
    }

    private static JsonNode onlyRecording(JsonNode camera) throws IOException {
        JsonNode recordings = recordings(camera);
        assertThat(recordings).hasSize(1);
        return recordings.get(0);
    }

    private static JsonNode recordings(JsonNode camera) throws IOException {
        return json(send(
                        "GET",
                        "/api/v1/t/acme/recordings?camera=" + camera.path("id").asText(),
                        ""))
                .path("recordings");
    }

    private static JsonNode camera(String name) throws IOException {
        List<JsonNode> found = cameras(name);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> cameras(String name) {
        JsonNode all;
        try {
            all = json(send("GET", "/api/v1/t/acme/cameras?limit=200", ""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return StreamSupport.stream(all.path("cameras").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .toList();
    }

    private static Pair make(String name) throws IOException {
        JsonNode made = json(send(
                "POST",
                ACCOUNTS,
                "{\"name\":\"%s\",\"kind\":\"KERBEROS\",\"site\":\"%s\",\"cameras\":100}".formatted(name, HUB.site)));
        return new Pair(
                made.path("about").path("id").asText(),
                made.path("accessKey").asText(),
                new Secret(made.path("secretKey").asText()));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String address, String body) {
        return HUB.send(HUB.to(address)
                .header("Authorization", "Bearer " + HUB.ownerToken())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
