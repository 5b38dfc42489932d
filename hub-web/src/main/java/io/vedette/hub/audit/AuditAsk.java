package io.vedette.hub.audit;

import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Asked;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What narrows the log, as it stands in the address. */
public class AuditAsk {
    @QueryParam("who")
    private @Nullable String who;

    @QueryParam("what")
    private @Nullable String what;

    @QueryParam("camera")
    private @Nullable String camera;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    /**
     * Refuses what cannot be read.
     *
     * @param zone of a time without one, as the fields of a page send it
     */
    AuditFilter read(ZoneId zone) {
        return new AuditFilter(
                Asked.given(who).map(AuditFilter::term),
                Asked.given(what).map(AuditAsk::kind).map(List::of).orElse(List.of()),
                Asked.given(camera).map(AuditFilter::term),
                Asked.given(from).map(text -> time("from", text, zone)).orElse(Instant.EPOCH),
                Asked.given(to).map(text -> time("to", text, zone)).orElse(Asked.LAST));
    }

    private static DeedKind kind(String text) {
        return Asked.choice("what", text, List.of(DeedKind.values()), DeedKind::word);
    }

    private static Instant time(String part, String text, ZoneId zone) {
        try {
            return Asked.instant(
                    part, LocalDateTime.parse(text).atZone(zone).toInstant().toString());
        } catch (DateTimeException withZone) {
            return Asked.instant(part, text);
        }
    }

    /** As it was given, for addresses and fields. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "who", who);
        put(given, "what", what);
        put(given, "camera", camera);
        put(given, "from", from);
        put(given, "to", to);
        return given;
    }

    /** The same list at another address, or another page of it. */
    String address(String path, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(given());
        all.putAll(more);
        return all.isEmpty()
                ? path
                : all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        Asked.given(value).ifPresent(text -> given.put(name, text));
    }
}
