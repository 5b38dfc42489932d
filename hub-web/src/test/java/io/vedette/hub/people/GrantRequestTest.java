package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.grants.GrantWish;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final CameraId GATE = CameraId.fresh();

    @Test
    void anEndIsKept() {
        assertThat(wish("until", "2026-11-21T12:00:00Z").terms().until())
                .hasValue(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(wish("until", null).terms().until()).isEmpty();
    }

    @Test
    void anEndThatIsNoTextIsNotReadAsNoEnd() {
        assertThatThrownBy(() -> wish("until", 1_795_000_000L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish("until", List.of("2026-11-21T12:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish("until", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textThatNoDatabaseKeepsIsRefused() {
        assertThat(wish("reason", "Night shift").terms().reason()).isEqualTo("Night shift");
        assertThatThrownBy(() -> wish("reason", "\0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish("reason", "half \ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish("account", "guard\0")).isInstanceOf(IllegalArgumentException.class);
    }

    private static GrantWish wish(String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("account", "guard");
        fields.put("camera", GATE.toString());
        fields.put("actions", List.of("LIVE"));
        fields.put(field, value);
        return new GrantRequest(fields).wish(NOW);
    }
}
