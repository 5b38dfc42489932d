package io.vedette.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.agent.wire.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendRatesTest {
    private static final long NONE = SendRates.UNLIMITED;

    @Test
    void withoutLimitsNothingIsHeldBackAndNoRequestIsMadeSmaller() {
        SendRates rates = SendRates.ofKbit(0, 0);

        assertThat(rates.now(false, false)).isEqualTo(NONE);
        assertThat(rates.now(true, false)).isEqualTo(NONE);
        assertThat(rates.part(NONE)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @CsvSource({
        // usual, watched, watched?, on demand?, kbit/s that hold
        "0,    512, false, false, 0",
        "0,    512, true,  false, 512",
        "0,    512, true,  true,  1024",
        "2000, 512, false, false, 2000",
        "2000, 512, false, true,  2000",
        "2000, 512, true,  true,  1024",
        "800,  512, true,  true,  800",
        "300,  512, true,  false, 300",
        "300,  0,   true,  false, 300",
    })
    void whoWatchesAndWhoWaitsDecideTheRate(long usual, long watched, boolean now, boolean onDemand, long held) {
        assertThat(SendRates.ofKbit(usual, watched).now(now, onDemand)).isEqualTo(held == 0 ? NONE : held * 125);
    }

    /** The rate may fall to the lowest right after a request began at the highest. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 16", "0, 512", "64, 0", "1, 1", "100000, 512", "10000000, 10000000"})
    void aRequestEndsWellWithinItsLimitsWhateverBecomesOfTheRate(long usual, long watched) {
        SendRates rates = SendRates.ofKbit(usual, watched);
        long lowest = rates.now(true, false);
        long part = Math.min(4 * 1024 * 1024, rates.part(rates.now(false, false)));

        assertThat(part).isPositive();
        assertThat(part / lowest).isLessThanOrEqualTo(Limits.BULK.total().toSeconds() / 10);
        assertThat(SendRates.piece(lowest) / lowest)
                .isLessThan(Limits.BULK.idle().toSeconds() / 4);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new SendRates(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SendRates(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
