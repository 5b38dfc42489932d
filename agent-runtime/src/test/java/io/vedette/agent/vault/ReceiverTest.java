package io.vedette.agent.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.agent.spool.Depth;
import io.vedette.agent.spool.SpoolInspection;
import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.agent.wire.VaultAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real receiver, asked over TLS. */
@Timeout(60)
class ReceiverTest {
    private static final byte[] CONTENT = new byte[100_000];
    private static final Instant LATER = Instant.now().plusSeconds(600);

    @TempDir
    Path home;

    private final CameraId camera = CameraId.fresh();
    private final RecordingId id = RecordingId.fresh();
    private SiteVault vault;
    private String ticket;

    @BeforeEach
    void begin() throws IOException {
        vault = new SiteVault(home);
        ticket = vault.ticket(camera, LATER);
    }

    @AfterEach
    void end() throws IOException {
        vault.close();
    }

    @Test
    void aRecordingIsAnnouncedBroughtAndKeptAndTheHubIsTold() throws Exception {
        assertThat(announce(Map.of()).status()).isEqualTo(201);
        assertThat(bring(0, 60_000).number("Upload-Offset")).hasValue(60_000);
        HttpAnswer half = ask("HEAD", Map.of(), RequestBody.NONE);
        assertThat(half.number("Upload-Offset")).hasValue(60_000);
        assertThat(half.number("Upload-Length")).hasValue(100_000);

        HttpAnswer whole = bring(60_000, 40_000);

        assertThat(whole.status()).isEqualTo(204);
        assertThat(ask("HEAD", Map.of(), RequestBody.NONE).number("Upload-Offset"))
                .hasValue(100_000);
        assertThat(announce(Map.of()).status()).isEqualTo(200);
        assertThat(vault.told()).containsExactly(new RecordingKept(id, camera, CONTENT.length, hash()));
        Path file = vault.spool().find(id).orElseThrow().file();
        assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void whoHasNoTicketOfThisHubForThisVaultIsSentAway() throws Exception {
        ticket = "nonsense";
        assertThat(announce(Map.of()).status()).isEqualTo(401);
        ticket = vault.ticket(AgentId.fresh(), camera, LATER);
        assertThat(announce(Map.of()).status()).isEqualTo(401);
        assertThat(announce(Map.of("Authorization", "Bearer x")).status()).isEqualTo(401);
    }

    @Test
    void aTicketThatIsOverOpensNothing() throws Exception {
        ticket = vault.ticket(camera, Instant.now().minusSeconds(600));
        assertThat(announce(Map.of()).status()).isEqualTo(403);
    }

    @Test
    void aTicketOpensTheRecordingsOfItsCameraAlone() throws Exception {
        announce(Map.of());
        bring(0, 60_000);

        ticket = vault.ticket(CameraId.fresh(), LATER);

        assertThat(ask("HEAD", Map.of(), RequestBody.NONE).status()).isEqualTo(404);
        assertThat(bring(60_000, 40_000).status()).isEqualTo(404);
        assertThat(announce(Map.of()).status()).isEqualTo(404);
        ticket = vault.ticket(camera, LATER);
        assertThat(bring(60_000, 40_000).status()).isEqualTo(204);
        ticket = vault.ticket(CameraId.fresh(), LATER);
        assertThat(ask("HEAD", Map.of(), RequestBody.NONE).status()).isEqualTo(404);
        assertThat(announce(Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotWhatWasAnnouncedIsThrownAwayAndMayBeBroughtAnew() throws Exception {
        announce(Map.of("Vedette-Sha256", "0".repeat(64)));

        assertThat(bring(0, 100_000).status()).isEqualTo(460);

        assertThat(ask("HEAD", Map.of(), RequestBody.NONE).status()).isEqualTo(404);
        assertThat(vault.told()).isEmpty();
        assertThat(announce(Map.of()).status()).isEqualTo(201);
        assertThat(bring(0, 100_000).status()).isEqualTo(204);
    }

    @Test
    void whatCannotBeMeantIsRefusedInWords() throws Exception {
        assertThat(announce(Map.of("Upload-Length", "many")).status()).isEqualTo(400);
        assertThat(announce(Map.of("Upload-Length", "0")).status()).isEqualTo(400);
        assertThat(announce(Map.of("Vedette-Sha256", "AB")).status()).isEqualTo(400);
        assertThat(announce(Map.of("Vedette-Started", "yesterday")).status()).isEqualTo(400);
        assertThat(announce(Map.of("Vedette-Duration", "99999999999")).status()).isEqualTo(400);
        HttpAnswer page = announce(Map.of("Vedette-Mime", "text/html"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("Vedette-Mime");
        assertThat(announce(Map.of("Upload-Length", "999999999999")).status()).isEqualTo(413);
        assertThat(ask("GET", Map.of(), RequestBody.NONE).status()).isEqualTo(405);

        assertThat(bring(0, 10).status()).isEqualTo(404); // not announced
        announce(Map.of());
        assertThat(announce(Map.of("Vedette-Sha256", "0".repeat(64))).status()).isEqualTo(409);
        assertThat(bring(0, 10, Map.of("Content-Type", "video/mp4")).status()).isEqualTo(415);
        assertThat(bring(0, 10, Map.of("Upload-Offset", "-1")).status()).isEqualTo(400);
        HttpAnswer elsewhere = bring(70, 10);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.number("Upload-Offset")).hasValue(0);
        RequestBody tooLarge = RequestBody.of(new byte[(4 << 20) + 1]);
        assertThat(ask("PATCH", part(0), tooLarge).status()).isEqualTo(413);
        assertThat(ask("PATCH", part(0), RequestBody.of(new byte[100_001])).status())
                .isEqualTo(413);
        assertThat(bring(0, 100_000).status()).isEqualTo(204);
    }

    @Test
    void theExamplesOfTheDescriptionDoWhatItSays() throws Exception {
        JsonNode described = LinkCodec.json()
                .readTree(ReceiverTest.class.getResourceAsStream("/io/vedette/contracts/edge-vault.json"))
                .path("paths")
                .path("/recording/{recording}");

        for (String verb : List.of("post", "patch", "head")) {
            JsonNode operation = described.path(verb);
            HttpAnswer answer = example(verb, operation);
            assertThat(answer.status()).as(verb).isBetween(200, 299);
            assertThat(operation.path("responses").has(String.valueOf(answer.status())))
                    .as("%s answers %s", verb, answer.status())
                    .isTrue();
        }

        assertThat(vault.told()).hasSize(1);
    }

    private HttpAnswer example(String verb, JsonNode operation) throws Exception {
        Map<String, String> headers = new HashMap<>();
        operation
                .path("parameters")
                .forEach(one -> headers.put(
                        one.path("name").asText(), one.path("example").asText()));
        String type = "application/offset+octet-stream";
        JsonNode body = operation.path("requestBody").path("content").path(type);
        if (body.isMissingNode()) {
            return ask(verb.toUpperCase(Locale.ROOT), headers, RequestBody.NONE);
        }
        headers.put("Content-Type", type);
        byte[] film = body.path("example").asText().getBytes(StandardCharsets.UTF_8);
        return ask(verb.toUpperCase(Locale.ROOT), headers, RequestBody.of(film));
    }

    @Test
    void whoShowsAnotherCertificateGetsNothing() {
        String another = "A".repeat(43);
        VaultAddress impostor = VaultAddress.of(vault.address().toString(), another);

        assertThatThrownBy(() -> new HttpCall(
                                impostor, "HEAD", "/recording/" + id, Map.of(), RequestBody.NONE, Limits.SHORT)
                        .send())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another certificate");
        assertThat(vault.asked).isEmpty();
    }

    private HttpAnswer announce(Map<String, String> otherwise) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Upload-Length",
                "100000",
                "Vedette-Sha256",
                hash(),
                "Vedette-Started",
                "2026-11-20T12:00:00Z",
                "Vedette-Duration",
                "2000",
                "Vedette-Mime",
                "video/mp4; codecs=\"avc1.64001f\""));
        headers.putAll(otherwise);
        return ask("POST", headers, RequestBody.NONE);
    }

    private HttpAnswer bring(int offset, int length) throws IOException {
        return bring(offset, length, Map.of());
    }

    private HttpAnswer bring(int offset, int length, Map<String, String> otherwise) throws IOException {
        Map<String, String> headers = part(offset);
        headers.putAll(otherwise);
        return ask("PATCH", headers, RequestBody.of(new byte[length]));
    }

    private static Map<String, String> part(int offset) {
        return new HashMap<>(
                Map.of("Content-Type", "application/offset+octet-stream", "Upload-Offset", Integer.toString(offset)));
    }

    private HttpAnswer ask(String method, Map<String, String> more, RequestBody body) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Vedette " + ticket));
        headers.putAll(more);
        return new HttpCall(vault.address(), method, "/recording/" + id, headers, body, Limits.SHORT).send();
    }

    private static String hash() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }
}
