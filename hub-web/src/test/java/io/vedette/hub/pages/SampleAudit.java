package io.vedette.hub.pages;

import io.vedette.hub.audit.AuditLine;
import io.vedette.hub.audit.VerificationDocument;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A log with something of everything, a name that wants to be more than a name among it. */
final class SampleAudit {
    private SampleAudit() {}

    /** By the name of the file they are drawn into. */
    static Map<String, Map<String, Object>> all(Locale language) {
        return Map.of(
                "audit", page(language, ""),
                "audit-broken", page(language, new VerificationDocument(false, 1204, null, "changed")),
                "audit-whole",
                        page(language, new VerificationDocument(true, 1209, "0123456789abcdef".repeat(4), null)));
    }

    private static Map<String, Object> page(Locale language, Object verdict) {
        Map<String, Object> model = new HashMap<>();
        model.put("verdict", verdict);
        model.put("zone", "Europe/Brussels");
        model.put("given", Map.of("who", "guard", "what", "live.ended"));
        model.put("kinds", Stream.of(DeedKind.values()).map(DeedKind::word).toList());
        model.put("csv", "/t/northquay/audit/log.csv?who=guard");
        model.put("older", "/t/northquay/audit?before=1203");
        model.put(
                "lines",
                List.of(
                        line(language, 1209, "live.ended", "Night guard", "Yard", "3 min 20 s"),
                        line(language, 1208, "replayed", "Site owner", "Gate", "42 s"),
                        line(language, 1207, "login", "Night guard", "", ""),
                        line(language, 1206, "grant.given", "Site owner", "Gate", ""),
                        line(language, 1205, "camera.changed", "\u202egnp.exe =1+1 <b>" + "x".repeat(200), "Yard", ""),
                        line(language, 1204, "agent.paired", "edge-7", "Yard", "")));
        return model;
    }

    private static AuditLine line(Locale language, long seq, String kind, String who, String camera, String length) {
        return new AuditLine(
                seq,
                Moment.of(
                        SamplePages.NOW.minusSeconds(9000 * (1209 - seq)), SamplePages.ZONE, SamplePages.NOW, language),
                Sentence.of(
                        language,
                        "audit.says." + kind,
                        List.of(
                                who,
                                camera,
                                "Depot",
                                length,
                                camera,
                                "Day guard",
                                Messages.text(language, "action.LIVE"),
                                kind)),
                length.isEmpty() ? List.of() : List.of(Messages.text(language, "audit.span", "14:21", "14:25")),
                seq == 1204 ? "" : "2001:db8:85a3::8a2e:370:7334");
    }
}
