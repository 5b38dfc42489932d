package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderSightTest {
    private final OIDCProviderMetadata words = new OIDCProviderMetadata(
            new Issuer("http://127.0.0.1:1"), List.of(SubjectType.PUBLIC), URI.create("http://127.0.0.1:1/keys"));
    private boolean away;
    private int asked;
    private long now;
    private final ProviderSight sight = new ProviderSight(this::ask, () -> now);

    private OIDCProviderMetadata ask() throws Unreachable {
        asked++;
        if (away) {
            throw new Unreachable(new IOException("refused"));
        }
        return words;
    }

    @Test
    void aProviderThatWentAwayIsSeenToBeAwayAndSeenAgainWhenItIsBack() throws Unreachable {
        assertThat(sight.present()).isEqualTo(words);
        away = true;
        later();
        assertThatThrownBy(sight::present).isInstanceOf(Unreachable.class);
        away = false;
        later();
        assertThat(sight.present()).isEqualTo(words);
    }

    @Test
    void aLookLastsAFewSecondsHoweverItEnded() throws Unreachable {
        var unused = sight.present();
        away = true;
        assertThat(sight.present()).isEqualTo(words);
        later();
        assertThatThrownBy(sight::present).isInstanceOf(Unreachable.class);
        assertThatThrownBy(sight::present).isInstanceOf(Unreachable.class);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatItSaidOnceIsKnownWhileItIsAway() throws Unreachable {
        var unused = sight.known();
        away = true;
        later();

        assertThat(sight.known()).isEqualTo(words);
    }

    private void later() {
        now += ProviderSight.MEMORY.toNanos() + 1;
    }
}
