package io.vedette.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.SmallDisk;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EndToEnd
@Order(54)
class VaultFullIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private House house;
    private SmallDisk vault;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        assumeTrue(house.vault().isPresent(), "only root may mount a small disk: a full vault is not tried here");
        vault = house.vault().orElseThrow();
    }

    @AfterEach
    void leave() throws IOException {
        if (vault != null) {
            vault.makeRoom();
        }
    }

    @Test
    void anUploadWaitsInWordsWhileTheVaultIsFullAndArrivesByItselfWhenThereIsRoom(@TempDir Path folder)
            throws Exception {
        SignedIn owner = house.browser().asOwner();
        HubApi api = owner.api();
        Recorded recorded = Patiently.the(
                "a recording at the edge",
                PATIENCE,
                () -> Recorded.of(api, house.stack().camera(Seed.DOCK).toString()).stream()
                        .filter(one -> one.place().equals("edge"))
                        .findFirst());
        vault.fill();

        Answer asked = api.post("/api/v1/t/acme/recordings/" + recorded.id() + "/upload", "");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        String upload = "/api/v1/t/acme/uploads/" + asked.json().path("upload").asText();
        owner.open("/t/acme/recordings/" + recorded.id());
        Locator shown = owner.page().locator("vd-upload");
        Patiently.until(
                "the page to say why it waits",
                PATIENCE,
                () -> shown.innerText().contains("The vault takes nothing at the moment"));
        assertThat(shown.innerText()).contains("Waiting for the vault", "by itself when that is over");
        assertThat(state(api, upload)).isEqualTo("no-room");

        vault.makeRoom();
        Patiently.until(
                "the recording to arrive", PATIENCE, () -> state(api, upload).equals("stored"));
        RecordingReader.decode(Recorded.get(api, recorded.id()).fetch(api, folder));
    }

    private static String state(HubApi api, String upload) {
        return api.get(upload).json().path("state").asText();
    }
}
