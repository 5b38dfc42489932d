package io.vedette.e2e.edgevault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agents of a site recorded comes from the site's vault while they are away. */
@EndToEnd
@Order(58)
class EdgeVaultIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String DOCKS_AGENT = "agent-loading-dock";

    @AfterEach
    void leave(House house) {
        house.mend();
    }

    @Test
    void aRecordingOfAnAgentThatIsAwayComesFromTheVaultOfItsSite(House house, @TempDir Path folder) throws Exception {
        Stack stack = house.stack();
        SignedIn owner = house.browser().asOwner();
        HubApi api = owner.api();
        String dock = stack.camera(Seed.DOCK).toString();
        String site = api.get("/api/v1/t/acme/cameras/" + dock)
                .json()
                .path("site")
                .path("id")
                .asText();
        String vaults = "/api/v1/t/acme/sites/" + site + "/edge-vault";
        Answer made = api.post(vaults + "/pairing-token", "{\"name\":\"Cellar\",\"swap\":false,\"confirm\":false}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        try (VaultBox box =
                VaultBox.pair(folder, stack.hub(), made.json().path("token").asText())) {
            Patiently.until("a recording to be brought", PATIENCE, () -> {
                box.mustRun();
                return Recorded.of(api, dock).stream().anyMatch(one -> waits(one) && box.keeps(one.id()));
            });
            stack.stop(DOCKS_AGENT);
            Recorded brought = Recorded.of(api, dock).stream()
                    .filter(one -> waits(one) && box.keeps(one.id()))
                    .findFirst()
                    .orElseThrow();

            Answer asked = api.post("/api/v1/t/acme/recordings/" + brought.id() + "/upload", "");
            assertThat(asked.status()).as(asked.text()).isEqualTo(202);
            Patiently.until(
                    "the recording to come without its agent",
                    PATIENCE,
                    () -> Recorded.get(api, brought.id()).inVault());

            assertThat(stack.running()).doesNotContain(DOCKS_AGENT);
            Path film = Recorded.get(api, brought.id()).fetch(api, folder);
            assertThat(RecordingReader.decode(film).decodeErrors()).isZero();
            JsonNode vault = api.get(vaults).json();
            assertThat(vault.path("online").asBoolean()).isTrue();
            assertThat(vault.path("copies").asInt()).isPositive();
            owner.open("/t/acme/sites/" + site + "/edge-vault");
            assertThat(owner.page().locator("main").innerText()).contains("Cellar");

            assertThat(box.check()).as("what it leaves is in order").isZero();
            assertThat(api.delete(vaults + "/" + vault.path("vault").asText()).status())
                    .isEqualTo(204);
        }
    }

    private static boolean waits(Recorded recording) {
        return recording.place().equals("edge");
    }
}
