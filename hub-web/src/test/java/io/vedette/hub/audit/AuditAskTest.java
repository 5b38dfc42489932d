package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Refusal;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What narrows the log, read from an address and written into the next one. */
class AuditAskTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void anAddressIsReadAndTheNextPageAsksForTheSame() {
        Map<String, String> asked = Map.of(
                "who", "Night & day=guard",
                "what", DeedKind.LIVE_ENDED.word(),
                "camera", "Tür",
                "from", "2026-11-20T08:00",
                "to", "2026-11-21T08:00:00Z");
        AuditAsk ask = ask(asked);

        AuditFilter filter = ask.read(BERLIN);
        Map<String, String> next = parts(ask.address("/t/acme/audit", Map.of("before", "17")));

        assertThat(filter.who()).contains("Night & day=guard");
        assertThat(filter.kinds()).containsExactly(DeedKind.LIVE_ENDED);
        assertThat(filter.camera()).contains("Tür");
        assertThat(filter.from()).as("by the clock of the site").isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(ask.given()).isEqualTo(asked);
        assertThat(next)
                .containsAllEntriesOf(asked)
                .containsEntry("before", "17")
                .hasSize(6);
        assertThat(ask(next).read(BERLIN)).isEqualTo(filter);
    }

    @Test
    void nothingAskedIsEverything() {
        AuditAsk ask = ask(Map.of("who", ""));

        assertThat(ask.read(BERLIN)).isEqualTo(AuditFilter.ALL);
        assertThat(ask.given()).isEmpty();
        assertThat(ask.address("/t/acme/audit", Map.of())).isEqualTo("/t/acme/audit");
        assertThat(ask.read(BERLIN).to()).isEqualTo(Asked.LAST);
    }

    @Test
    void whatNoRowCanHoldIsRefused() {
        assertThat(AuditFilter.term("  " + "a".repeat(198))).isEqualTo("a".repeat(198));
        for (String term : List.of("a".repeat(201), "a\u0000b", "\ud800")) {
            assertThatThrownBy(() -> AuditFilter.term(term)).isInstanceOf(Refusal.class);
        }
        for (Map<String, String> asked :
                List.of(Map.of("what", "dancing"), Map.of("from", "yesterday"), Map.of("to", "2026-13-01T00:00"))) {
            assertThatThrownBy(() -> ask(asked).read(BERLIN)).isInstanceOf(Refusal.class);
        }
    }

    /** As the container fills it. */
    private static AuditAsk ask(Map<String, String> asked) {
        var ask = new AuditAsk();
        for (Field field : AuditAsk.class.getDeclaredFields()) {
            QueryParam name = field.getAnnotation(QueryParam.class);
            if (name != null) {
                field.setAccessible(true);
                try {
                    field.set(ask, asked.get(name.value()));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return ask;
    }

    private static Map<String, String> parts(String address) {
        Map<String, String> parts = new LinkedHashMap<>();
        Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(part -> part.split("="))
                .forEach(part -> parts.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        return parts;
    }
}
