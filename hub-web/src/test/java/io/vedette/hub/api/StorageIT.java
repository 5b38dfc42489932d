package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.lab.bucket.BucketServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner brings a bucket to the running hub. A real S3 server. */
class StorageIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final String PROVIDERS = "/api/v1/t/acme/storage-providers";
    private static BucketServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void aBucketIsBroughtTriedOutChosenAndTakenAway() throws IOException {
        HttpResponse<String> made = send(
                "POST",
                PROVIDERS,
                wish("Archive", server.bucket(), server.secretKey().reveal()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String at = at(made);
        assertThat(made.body()).doesNotContain("secret");
        assertThat(made.body()).as("until its owner says so").contains("\"straight\":false");

        JsonNode report = json(send("POST", at + "/check", ""));
        assertThat(report.path("failed").isMissingNode()).as(report.toString()).isTrue();
        assertThat(report.path("passed")).hasSize(5);

        assertThat(send("PUT", at + "/main", "").statusCode()).isEqualTo(204);
        assertThat(json(send("GET", at, "")).path("main").asBoolean()).isTrue();
        assertThat(send("DELETE", at, "").statusCode())
                .as("the main place stays")
                .isEqualTo(409);
        assertThat(send("DELETE", at + "/main", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", at, "").statusCode()).isEqualTo(204);
        assertThat(send("GET", at, "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongWithABucketIsTold() throws IOException {
        HttpResponse<String> made = send("POST", PROVIDERS, wish("Wrong", server.bucket(), "not the secret"));
        String at = at(made);

        JsonNode failed = json(send("POST", at + "/check", "")).path("failed");

        assertThat(failed.path("step").asText()).isEqualTo("WRITE");
        assertThat(failed.path("kind").asText()).isEqualTo("REFUSED");
        assertThat(send("DELETE", at, "").statusCode()).isEqualTo(204);
    }

    @Test
    void anAddressThatNobodyNamedIsNotAsked() throws IOException {
        HttpResponse<String> made = send(
                "POST",
                PROVIDERS,
                wish("Metadata", "latest", "secret").replace(server.address().toString(), "http://169.254.169.254"));
        String at = at(made);

        JsonNode failed = json(send("POST", at + "/check", "")).path("failed");

        assertThat(failed.path("kind").asText()).isEqualTo("BROKEN");
        assertThat(failed.path("said").asText()).contains("may not be reached from here");
        assertThat(send("DELETE", at, "").statusCode()).isEqualTo(204);
    }

    @Test
    void aContainerIsAskedInItsOwnWords() throws IOException {
        HttpResponse<String> made = send("POST", PROVIDERS, """
                {"name":"Container","kind":"AZURE","endpoint":"http://127.0.0.1:1/northquay",\
                "bucket":"footage","accessKey":"northquay","secretKey":"YW4gYWNjb3VudCdzIGtleQ=="}""");
        String at = at(made);

        JsonNode failed = json(send("POST", at + "/check", "")).path("failed");

        assertThat(failed.path("kind").asText()).isEqualTo("BROKEN");
        assertThat(failed.path("said").asText()).contains("127.0.0.1:1");
        JsonNode read = json(send("GET", at, ""));
        assertThat(read.path("kind").asText()).isEqualTo("AZURE");
        assertThat(read.has("region")).isFalse();
        assertThat(send("DELETE", at, "").statusCode()).isEqualTo(204);
    }

    @Test
    void whatAContainerDoesNotHaveIsNotTaken() {
        String wish = """
                {"name":"Container","kind":"AZURE","region":"westeurope",\
                "bucket":"footage","accessKey":"northquay","secretKey":"YW4gYWNjb3VudCdzIGtleQ=="}""";

        assertThat(send("POST", PROVIDERS, wish).statusCode()).isEqualTo(422);
        assertThat(send("POST", PROVIDERS, wish.replace("\"region\":\"westeurope\"", "\"straight\":true"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRecordingInAStoreThatIsAwayIsRefusedWithWords() throws Exception {
        MatrixScene scene = new MatrixScene(HUB);
        HttpResponse<String> made = send(
                "POST",
                PROVIDERS,
                wish("Away", "footage", "secret").replace(server.address().toString(), "http://127.0.0.1:1"));
        String at = at(made);
        UUID provider = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        String media = "/t/acme/media/" + scene.recording + ".mp4";
        var tenant = HUB.world.owner.tenant();
        TenantRows.change(
                HUB.world.settings,
                tenant,
                "update recording set provider_id = ? where id = ?",
                provider,
                scene.recording);
        try {
            HttpResponse<String> answer = HUB.send(HUB.to(media).header("Cookie", HUB.ownerCookies()));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        } finally {
            TenantRows.change(
                    HUB.world.settings,
                    tenant,
                    "update recording set provider_id = null where id = ?",
                    scene.recording);
            assertThat(send("DELETE", at, "").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void aSecretThatDoesNotOpenAnyMoreHasToBeGivenAnew() throws Exception {
        String at = at(send("POST", PROVIDERS, wish("Sealed", server.bucket(), "secret")));
        UUID provider = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        TenantRows.change(
                HUB.world.settings,
                HUB.world.owner.tenant(),
                "update storage_provider set secret = decode('00', 'hex') || secret where id = ?",
                provider);
        String kept = wish("Sealed", server.bucket(), "secret").replace(",\"secretKey\":\"secret\"", "");
        String page = "/t/acme/settings/storage/" + provider;
        String cookies = HUB.ownerCookies();

        assertThat(change(at, kept).statusCode()).isEqualTo(422);
        HttpResponse<String> form = HUB.send(HUB.to(page)
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "name=Sealed&bucket=footage&accessKey=a&csrf=" + Asker.csrf(HUB, cookies))));
        assertThat(form.statusCode()).as(form.body()).isEqualTo(422);
        assertThat(form.body()).contains("Write the secret key as the store gave it.");
        assertThat(change(at, wish("Sealed", server.bucket(), "secret")).statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", at, "").statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> change(String at, String wish) {
        return HUB.send(HUB.asOwner(at)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(wish)));
    }

    @Test
    void withoutASecretThereIsNothingToBring() {
        String wish = "{\"name\":\"None\",\"bucket\":\"footage\",\"accessKey\":\"a\"}";

        assertThat(send("POST", PROVIDERS, wish).statusCode()).isEqualTo(422);
        assertThat(send("POST", PROVIDERS, wish.replace("\"region\":\"westeurope\"", "\"straight\":true"))
                        .statusCode())
                .isEqualTo(422);
    }

    private static String wish(String name, String bucket, String secret) {
        return "{\"name\":\"%s\",\"endpoint\":\"%s\",\"bucket\":\"%s\",\"accessKey\":\"owner-access\",\"secretKey\":\"%s\"}"
                .formatted(name, server.address(), bucket, secret);
    }

    private static String at(HttpResponse<String> made) {
        return made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        var request = HUB.asOwner(path);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HUB.send(
                request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
