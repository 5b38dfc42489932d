package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import org.junit.jupiter.api.Test;

class OnePerTenantTest {
    private final OnePerTenant once = new OnePerTenant();
    private final TenantId tenant = TenantId.fresh();

    @Test
    void whileATenantIsBusyItsNextIsToldToComeLaterAndAnotherTenantIsServed() {
        String served = once.run(tenant, () -> {
            assertThatThrownBy(() -> once.run(tenant, () -> "again"))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.TOO_MANY));
            return once.run(TenantId.fresh(), () -> "another");
        });

        assertThat(served).isEqualTo("another");
        assertThat(once.run(tenant, () -> "later")).isEqualTo("later");
    }

    @Test
    void workThatFailsFreesTheTenant() {
        assertThatThrownBy(() -> once.run(tenant, () -> {
                    throw new IllegalStateException("the database went away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(once.run(tenant, () -> "later")).isEqualTo("later");
    }
}
