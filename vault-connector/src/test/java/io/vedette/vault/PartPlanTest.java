package io.vedette.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartPlanTest {
    @Test
    void theLastPartIsTheRest() {
        PartPlan plan = new PartPlan(25, 10);

        assertThat(plan.count()).isEqualTo(3);
        assertThat(plan.offset(3)).isEqualTo(20);
        assertThat(plan.length(1)).isEqualTo(10);
        assertThat(plan.length(3)).isEqualTo(5);
        assertThat(new PartPlan(20, 10).length(2)).isEqualTo(10);
    }

    @Test
    void thereIsNoPartBeforeTheFirstAndNoneBehindTheLast() {
        PartPlan plan = new PartPlan(25, 10);

        assertThatThrownBy(() -> plan.length(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.offset(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartPlan(0, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
