package io.vedette.hub.edgevaults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.Role;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of a site's vault. */
class EdgeVaultPageTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Moment MOMENT = Moment.of(NOON, ZoneOffset.UTC, NOON, Locale.ENGLISH);

    @Test
    void aSiteWithoutAVaultIsOfferedOneAndHasNoRule() {
        assertThat(page(Map.of(), Locale.ENGLISH)).contains("Add a vault").doesNotContain("What it sends on");
        assertThat(page(Map.of(), Locale.GERMAN)).contains("Einen Speicher hinzufügen");
    }

    @Test
    void aTokenIsShownWithTheCommand() {
        var shown = new EdgeVaultPages.Shown("vdp1-token", "java -jar vedette-agent.jar pair-vault", MOMENT);

        assertThat(page(Map.of("shown", shown), Locale.ENGLISH)).contains("vdp1-token", "pair-vault");
    }

    @Test
    void aVaultThatWaitsIsConfirmedByItsWordsAndTheRuleIsThere() {
        String page = page(Map.of("vault", vault(false)), Locale.ENGLISH);

        assertThat(page)
                .contains("Compare the four words", "acorn-agent-album-amber", "/edge-vault/7/confirm")
                .contains("https://10.0.0.7:8443", "12, 2 GB", "What it sends on", "Gate", "Swap the box");
        assertThat(page(Map.of("vault", vault(true)), Locale.ENGLISH)).doesNotContain("/edge-vault/7/confirm");
    }

    @Test
    void allSitesAreListedWhetherTheyHaveAVaultOrNot() {
        var sites = List.of(
                new EdgeVaultListPage.SiteLine("1", "Depot", vault(true)),
                new EdgeVaultListPage.SiteLine("2", "Yard", null));

        assertThat(Drawn.page("settings/edge-vaults", Map.of("sites", sites), Role.OWNER, Locale.ENGLISH))
                .contains("/sites/1/edge-vault", "Cellar keeps 12 recordings (2 GB)", "not connected", "Last heard")
                .contains("/sites/2/edge-vault", "No vault");
    }

    private static EdgeVaultLine vault(boolean confirmed) {
        return new EdgeVaultLine(
                "7",
                "Cellar",
                "box",
                "0.1",
                false,
                confirmed,
                false,
                false,
                "acorn-agent-album-amber",
                "https://10.0.0.7:8443",
                "print",
                "",
                12,
                "2 GB",
                MOMENT,
                MOMENT,
                MOMENT,
                MOMENT);
    }

    private static String page(Map<String, Object> more, Locale language) {
        Map<String, Object> model = new HashMap<>(more);
        FormInput form = ForwardForm.of(Optional.empty());
        model.putAll(Map.of(
                "form",
                form,
                "id",
                "1",
                "site",
                "Yard",
                "zone",
                "UTC",
                "noAgent",
                false,
                "cameras",
                List.of(new EdgeVaultPages.Choice("3", "Gate"))));
        return Drawn.page("fleet/edge-vault", model, Role.OWNER, language);
    }
}
