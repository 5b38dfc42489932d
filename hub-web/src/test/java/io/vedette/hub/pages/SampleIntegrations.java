package io.vedette.hub.pages;

import io.vedette.hub.integrations.IntegrationDocument.LookDocument;
import io.vedette.hub.integrations.IntegrationLine;
import io.vedette.hub.integrations.IntegrationPages.DeadLine;
import io.vedette.hub.integrations.SampleChoices;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is told of recordings. */
final class SampleIntegrations {
    private static final IntegrationLine HOOK = new IntegrationLine(
            SamplePages.id(80),
            "Analysis of the yard",
            "WEBHOOK",
            "https://analysis.northquay.example/recordings",
            true,
            0,
            null,
            "");
    private static final IntegrationLine TOPIC = new IntegrationLine(
            SamplePages.id(81),
            "Head office",
            "KAFKA",
            "recordings · broker1.northquay.example:9093",
            true,
            1204,
            "ABSENT",
            "cannot publish event 01a22c46.stored of 0194, 812 bytes: there is no topic recordings");
    private static final IntegrationLine QUEUE = new IntegrationLine(
            SamplePages.id(82),
            "Archive",
            "SQS",
            "https://sqs.eu-central-1.amazonaws.com/123456789012/recordings.fifo",
            false,
            3,
            null,
            "");

    private SampleIntegrations() {}

    static Map<String, SampleStorage.Sample> pages(Locale language) {
        FormInput wrong = SampleChoices.blank();
        wrong.wrong("address", "form.integration.missing");
        wrong.wrong("settings", "form.integration.settings.WEBHOOK");
        var dead = new DeadLine(
                "TOO_LARGE",
                "the webhook answered 413",
                Moment.of(Instant.parse("2026-11-20T13:02:00Z"), SamplePages.ZONE, SamplePages.NOW, language));
        Map<String, SampleStorage.Sample> pages = new HashMap<>();
        pages.put("integrations", list(List.of(HOOK, TOPIC, QUEUE), "", SampleChoices.blank()));
        pages.put("integrations-none", list(List.of(), "", SampleChoices.blank()));
        pages.put("integrations-wrong", list(List.of(HOOK), "WEBHOOK", wrong));
        pages.put("integration-webhook", one(HOOK, List.of(dead), null));
        pages.put(
                "integration-kafka",
                one(TOPIC, List.of(), new LookDocument(false, "ABSENT", "there is no topic recordings")));
        pages.put("integration-sqs", one(QUEUE, List.of(), new LookDocument(true, null, null)));
        return pages;
    }

    private static SampleStorage.Sample list(List<IntegrationLine> lines, String open, FormInput form) {
        return new SampleStorage.Sample(
                "settings/integrations",
                Map.of(
                        "lines",
                        lines,
                        "choices",
                        SampleChoices.all(),
                        "open",
                        open,
                        "form",
                        form,
                        "blank",
                        SampleChoices.blank()));
    }

    private static SampleStorage.Sample one(IntegrationLine line, List<DeadLine> dead, @Nullable LookDocument seen) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "line", line,
                "choice", SampleChoices.of(line.kind()),
                "hours", List.of(1, 24, 168, 720),
                "dead", dead,
                "form", SampleChoices.blank()));
        if (seen != null) {
            model.put("seen", seen);
        }
        return new SampleStorage.Sample("settings/integration", model);
    }
}
