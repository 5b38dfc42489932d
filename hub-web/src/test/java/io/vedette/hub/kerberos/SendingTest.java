package io.vedette.hub.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aFilmBeganWhenItsSenderSays() {
        assertThat(startedAt(NOW.minusSeconds(86_400))).contains(NOW.minusSeconds(86_400));
        assertThat(startedAt(NOW.plusSeconds(60))).contains(NOW.plusSeconds(60));
    }

    @Test
    void oneOfTheFutureBeganNow() {
        assertThat(startedAt(NOW.plusSeconds(61))).contains(NOW);
        assertThat(startedAt(NOW.plusSeconds(86_400L * 365 * 50))).contains(NOW);
    }

    @Test
    void whatCannotBeIsNotSaid() {
        assertThat(startedAt(Instant.EPOCH)).isEmpty();
    }

    @Test
    void theFutureInANameIsNoneEither() {
        Map<String, String> fields =
                Map.of("device", "device-1", "filename", "99999999999_1-5_gate_0-0-0-0_24_769.mp4");

        assertThat(Sending.read(fields::get, NOW))
                .hasValueSatisfying(sending -> assertThat(sending.startedAt()).contains(NOW));
    }

    private static Optional<Instant> startedAt(Instant told) {
        Map<String, String> fields = Map.of("device", "device-1", "timestamp", Long.toString(told.toEpochMilli()));
        return Sending.read(fields::get, NOW).orElseThrow().startedAt();
    }
}
