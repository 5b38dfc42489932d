package io.vedette.hub.pages;

import io.vedette.hub.edgevaults.EdgeVaultLine;
import io.vedette.hub.edgevaults.EdgeVaultListPage.SiteLine;
import io.vedette.hub.edgevaults.EdgeVaultPages.Choice;
import io.vedette.hub.edgevaults.EdgeVaultPages.Shown;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The vault of a site. */
final class SampleEdgeVaults {
    private SampleEdgeVaults() {}

    static Map<String, SampleStorage.Sample> pages(Locale language) {
        FormInput wrong = rule();
        wrong.wrong("name", "form.name.wrong");
        wrong.wrong("labels", "edgevault.labels.wrong");
        wrong.wrong("from", "edgevault.hours.wrong");
        var shown = new Shown(
                "vdp1.0193c5a2-7d1e-7b11-9c52-0a1b2c3d4e5f.AAAAAAAAAAAAAAAAAAAAAA",
                "curl -fO https://hub.example.org/get/vedette-agent.jar"
                        + " && java -jar vedette-agent.jar pair-vault https://hub.example.org",
                moment("2026-11-20T13:17:00Z", language));
        return Map.of(
                "edge-vault", page(rule(), Map.of("vault", vault(language, true, true))),
                "edge-vault-waits", page(FormInput.empty(), Map.of("vault", vault(language, false, false))),
                "edge-vault-none", page(FormInput.empty(), Map.of()),
                "edge-vault-token", page(FormInput.empty(), Map.of("shown", shown)),
                "edge-vault-no-agent", page(FormInput.empty(), Map.of("noAgent", true)),
                "edge-vault-wrong", page(wrong, Map.of("vault", vault(language, true, true))),
                "edge-vaults",
                        list(
                                new SiteLine(SamplePages.id(1), "Depot", vault(language, true, true)),
                                new SiteLine(SamplePages.id(2), "Harbour", vault(language, false, false)),
                                new SiteLine(SamplePages.id(3), "Yard", null)),
                "edge-vaults-first", list());
    }

    private static SampleStorage.Sample list(SiteLine... sites) {
        return new SampleStorage.Sample("settings/edge-vaults", Map.of("sites", List.of(sites)));
    }

    private static FormInput rule() {
        return FormInput.empty()
                .preset("mode", "sends")
                .preset("camera", SamplePages.id(1))
                .preset("labels", "person, car")
                .preset("from", "22:00")
                .preset("to", "06:00");
    }

    private static EdgeVaultLine vault(Locale language, boolean confirmed, boolean online) {
        return new EdgeVaultLine(
                SamplePages.id(95),
                "Cellar",
                "depot-nas",
                "0.1.0",
                online,
                confirmed,
                !confirmed,
                confirmed,
                "acorn-agent-album-amber",
                "https://192.168.1.5:8642",
                "Zk1f8c0qgDk2m7oYt0b3cV1m2J6u9w4xQ5e7r8t9y0A",
                online ? "61 %" : "",
                412,
                "93 GB",
                moment("2026-11-20T12:58:00Z", language),
                moment("2026-11-01T08:00:00Z", language),
                moment("2026-11-01T08:00:00Z", language),
                moment("2026-11-20T12:40:00Z", language));
    }

    private static Moment moment(String at, Locale language) {
        return Moment.of(Instant.parse(at), SamplePages.ZONE, SamplePages.NOW, language);
    }

    private static SampleStorage.Sample page(FormInput form, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "form",
                form,
                "id",
                SamplePages.id(2),
                "site",
                "Yard",
                "zone",
                "Europe/Berlin",
                "noAgent",
                false,
                "cameras",
                List.of(new Choice(SamplePages.id(1), "Gate"), new Choice(SamplePages.id(3), "Loading dock"))));
        model.putAll(more);
        return new SampleStorage.Sample("fleet/edge-vault", model);
    }
}
