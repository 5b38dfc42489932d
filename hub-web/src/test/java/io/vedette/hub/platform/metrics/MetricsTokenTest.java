package io.vedette.hub.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTokenTest {
    @Test
    void onlyTheVeryTokenIsRight() {
        var token = new MetricsToken(Optional.of(new Secret("zT7kQ2wLr9XbN4vD")));

        assertThat(token.right("zT7kQ2wLr9XbN4vD")).isTrue();
        assertThat(token.right("zT7kQ2wLr9XbN4v")).isFalse();
        assertThat(token.right("zT7kQ2wLr9XbN4vDx")).isFalse();
        assertThat(token.right("")).isFalse();
    }

    @Test
    void whereNoneIsSetNoneIsRight() {
        var token = new MetricsToken(Optional.empty());

        assertThat(token.isSet()).isFalse();
        assertThat(token.right("")).isFalse();
    }
}
