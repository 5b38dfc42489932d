package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vedette.contracts.Secret;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import io.vedette.hub.platform.config.HubSettings.NetworkSettings;
import io.vedette.hub.platform.config.LogFormat;
import io.vedette.hub.platform.security.IdentityProvider.Refused;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {
    private static final SignedIn SOMEBODY =
            new SignedIn(new Person("id", "somebody", "Somebody", List.of()), "sid", "id", "refresh", Instant.EPOCH);

    private final TestIssuer issuer = new TestIssuer();
    private final IdentityProvider provider = new IdentityProvider(settings(issuer.address()), Clock.systemUTC());

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void aProviderThatFailsByItselfEndsNobodysSession() {
        issuer.answersTokensWith(500);

        assertThatThrownBy(() -> provider.refresh(SOMEBODY)).isInstanceOf(Unreachable.class);
    }

    @Test
    void aProviderThatSaysNoEndsTheSession() {
        issuer.answersTokensWith(400);

        assertThatThrownBy(() -> provider.refresh(SOMEBODY)).isInstanceOf(Refused.class);
    }

    @Test
    void aSignInIsOfTheNonceThatWasSentAndProvesTheVerifier() throws Exception {
        issuer.signsIn(claimsAt(Instant.now()));

        assertThat(provider.exchange(attempt("n"), "n").person().subject()).isEqualTo("somebody");
        assertThat(issuer.lastForm()).contains("code_verifier=" + "v".repeat(43), "redirect_uri=");
    }

    @Test
    void anIdTokenOfAnotherSignInOrOfNoneIsRefused() {
        issuer.signsIn(claimsAt(Instant.now()));
        assertThatThrownBy(() -> provider.exchange(attempt("n"), "another")).isInstanceOf(Refused.class);

        issuer.forgetsNonces();
        assertThatThrownBy(() -> provider.exchange(attempt("n"), "n")).isInstanceOf(Refused.class);
    }

    @Test
    void aClockThatDiffersByAMinuteAndAHalfKeepsNobodyOut() throws Exception {
        for (long seconds : List.of(-90L, 90L)) {
            issuer.signsIn(claimsAt(Instant.now().plusSeconds(seconds)));

            assertThat(provider.exchange(attempt("n"), "n").person().subject())
                    .as("%s s", seconds)
                    .isEqualTo("somebody");
            assertThat(provider.endedSession(
                            issuer.logoutToken("sid", Instant.now().plusSeconds(seconds))))
                    .as("%s s", seconds)
                    .isEqualTo("sid");
        }
    }

    @Test
    void anIdTokenFromFarAwayInTimeIsRefused() {
        for (long seconds : List.of(-600L, 600L)) {
            issuer.signsIn(claimsAt(Instant.now().plusSeconds(seconds)));

            assertThatThrownBy(() -> provider.exchange(attempt("n"), "n"))
                    .as("%s s", seconds)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> provider.endedSession(
                        issuer.logoutToken("sid", Instant.now().minusSeconds(600))))
                .isInstanceOf(Refused.class);
    }

    private JWTClaimsSet claimsAt(Instant then) {
        return TestIssuer.claims(issuer.address(), "somebody", then, Map.of()).build();
    }

    private static LoginAttempt attempt(String nonce) {
        return new LoginAttempt("state", nonce, "v".repeat(43), "/", false);
    }

    @Test
    void nobodyIsSentToAProviderThatIsAway() {
        issuer.close();

        assertThatThrownBy(() -> provider.authorize(new LoginAttempt("a", "b", "c".repeat(43), "/", false)))
                .isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> provider.logout(SOMEBODY)).isInstanceOf(Unreachable.class);
    }

    private static HubSettings settings(URI provider) {
        return new HubSettings(
                URI.create("http://127.0.0.1:1"),
                new NetworkSettings(InetAddress.getLoopbackAddress(), Set.of(), false),
                new DatabaseSettings("", "", new Secret(""), "", new Secret("")),
                new LoginSettings(provider, "hub", new Secret("a-secret-of-the-hub")),
                new Secret(""),
                new HubSettings.StoreSettings(new Secret(""), Set.of(), Optional.empty()),
                Path.of(""),
                Path.of(""),
                Optional.empty(),
                LogFormat.TEXT,
                HubSettings.AuditSettings.NOWHERE,
                Optional.empty());
    }
}
