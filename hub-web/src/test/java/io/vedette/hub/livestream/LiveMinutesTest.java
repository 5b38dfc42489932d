package io.vedette.hub.livestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.HubWorld;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quotas;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The minutes a tenant may watch live, counted as they begin. */
class LiveMinutesTest {
    private final HubWorld world = new HubWorld();
    private final Quotas quotas = new Quotas(world.work);
    private final LiveMinutes minutes = new LiveMinutes(world.work, quotas, world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void beginsAreCountedWithoutAQuotaToo() {
        take();
        take();

        assertThat(used()).isEqualTo(2);
    }

    @Test
    void theLastOneIsTakenAndNoMoreUntilTheMonthIsOver() {
        allow(2);
        take();
        take();

        assertThatThrownBy(this::take).hasMessage("quota");
        assertThat(used()).isEqualTo(2);

        world.clock.move(Duration.ofDays(12)); // December
        take();
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void ofManyWhoBeginAtOnceAsManyDoAsThereAreMinutesLeft() {
        allow(3);

        long refused = IntStream.range(0, 8)
                .parallel()
                .filter(one -> {
                    try {
                        take();
                        return false;
                    } catch (io.vedette.hub.platform.web.Refusal full) {
                        return true;
                    }
                })
                .count();

        assertThat(refused).isEqualTo(5);
        assertThat(used()).isEqualTo(3);
    }

    private void take() {
        world.work.run(world.owner.tenant(), () -> minutes.take(world.owner.tenant()));
    }

    private long used() {
        return world.inTenant(world.owner, () -> minutes.used(world.owner.tenant()));
    }

    private void allow(long most) {
        world.work.run(
                world.owner.tenant(),
                () -> quotas.set(
                        world.owner.tenant(),
                        Limit.LIVE_MINUTES,
                        OptionalLong.of(most),
                        "the contract",
                        world.clock.instant()));
    }
}
