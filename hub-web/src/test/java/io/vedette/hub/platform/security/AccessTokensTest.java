package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.vedette.contracts.Secret;
import io.vedette.hub.MovableClock;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import io.vedette.hub.platform.config.HubSettings.NetworkSettings;
import io.vedette.hub.platform.config.LogFormat;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.security.IdentityProvider.Refused;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final String TENANT = UUID.nameUUIDFromBytes(new byte[] {1}).toString();

    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private final TestIssuer issuer = new TestIssuer();
    private final AccessTokens tokens = tokens(issuer.address());

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void anAccessTokenForTheHubSaysWhoAndUntilWhen() throws Exception {
        BearerPerson who = tokens.check(issuer.token(claims().build()));

        assertThat(who.person().subject()).isEqualTo("somebody");
        assertThat(who.person().membership("acme").orElseThrow().tenantId()).isEqualTo(UUID.fromString(TENANT));
        assertThat(who.until()).isEqualTo(clock.instant().plusSeconds(300));
        assertThat(who.at(who.until().minusMillis(1))).contains(who.person());
        assertThat(who.at(who.until())).isEmpty();
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherServiceOpensNothing() {
        refused(issuer.token(
                claims().issuer("https://elsewhere.example/realms/vedette").build()));
        refused(issuer.token(claims().audience("account").build()));
        refused(issuer.token(claims().audience(List.of()).build()));
    }

    @Test
    void aTokenThatIsOverOrNeverEndsOpensNothing() {
        refused(issuer.token(claims().expirationTime(Date.from(clock.instant().minusSeconds(31)))
                .build()));
        refused(issuer.token(claims().expirationTime(null).build()));
        refused(issuer.token(claims().notBeforeTime(Date.from(clock.instant().plusSeconds(60)))
                .build()));
    }

    @Test
    void aClockThatDiffersByAMinuteAndAHalfKeepsNoTokenOutAndLetsNoneLiveOn() throws Exception {
        for (long seconds : List.of(-90L, 90L)) {
            String token = issuer.token(TestIssuer.claims(
                            issuer.address(), "somebody", clock.instant().plusSeconds(seconds), Map.of())
                    .build());
            assertThat(tokens.check(token).person().subject())
                    .as("%s s", seconds)
                    .isEqualTo("somebody");
        }
        tokens.check(
                issuer.token(claims().expirationTime(Date.from(clock.instant().minusSeconds(29)))
                        .build()));
        refused(issuer.token(claims().expirationTime(Date.from(clock.instant().minusSeconds(90)))
                .build()));
        refused(issuer.token(claims().notBeforeTime(Date.from(clock.instant().plusSeconds(90)))
                .build()));
    }

    @Test
    void aTokenOfAnotherTypeOpensNothing() {
        var claims = claims().build();

        refused(issuer.token(claims, header -> header.type(JOSEObjectType.JWT))); // what an id token is
        refused(issuer.token(claims, header -> header.type(new JOSEObjectType("logout+jwt"))));
        refused(issuer.token(claims, header -> header.type(null)));
    }

    @Test
    void aTokenWithAnotherSignatureOpensNothing() {
        var claims = claims().build();
        String good = issuer.token(claims);

        refused(TestIssuer.token(claims, header -> header, TestIssuer.freshKey("first")));
        refused(issuer.token(
                claims,
                header -> new com.nimbusds.jose.JWSHeader.Builder(JWSAlgorithm.RS512)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID("first")));
        refused(new PlainJWT(claims).serialize());
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused("");
        refused("a.b.c");
    }

    @Test
    void whateverIsWrongTheWordsAboutItQuoteNothingOfTheToken() {
        String mark = "c0ffee";
        refused(mark, "Bearer" + mark);
        refused(mark, mark + ".b.c");
        refused(mark, encoded("{\"alg\":\"" + mark + "\"}") + ".e30.x");
        refused(mark, encoded("{\"alg\":\"RS256\",\"typ\":\"" + mark + "\"}") + ".e30.x");
        refused(mark, encoded("{" + mark) + ".e30.x");
        refused(mark, encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"crit\":[\"" + mark + "\"]}") + ".e30.x");
        refused(mark, issuer.token(claims().issuer(mark).build()));
        refused(mark, issuer.token(claims().audience(mark).build()));
        refused(mark, issuer.token(claims().subject(null).claim("name", mark).build()));
        refused(mark, issuer.token(claims().claim("exp", mark).build()));
    }

    private static String encoded(String header) {
        return com.nimbusds.jose.util.Base64URL.encode(header).toString();
    }

    private void refused(String mark, String token) {
        assertThatThrownBy(() -> tokens.check(token))
                .isInstanceOf(Refused.class)
                .hasNoCause()
                .hasMessageNotContaining(mark);
    }

    @Test
    void aClientsOwnAccountIsKnownByItsTokenAndNobodyElseIsByTheirUserName() throws Exception {
        Person client = tokens.check(issuer.token(claims().claim("preferred_username", "service-account-archive")
                        .claim("name", null)
                        .claim("client_id", "Archive")
                        .build()))
                .person();
        assertThat(client.service()).isTrue();
        assertThat(client.actsAs()).isEqualTo("archive");
        assertThat(client.kind(true)).isEqualTo(Doer.Kind.SERVICE);

        Person calledSo = tokens.check(issuer.token(claims().claim("preferred_username", "service-account-archive")
                        .build()))
                .person();
        assertThat(calledSo.service()).as("no client took it for itself").isFalse();
        assertThat(calledSo.kind(true)).isEqualTo(Doer.Kind.PROGRAM);

        Person ofAnother = tokens.check(issuer.token(claims().claim("preferred_username", "service-account-archive")
                        .claim("client_id", "other")
                        .build()))
                .person();
        assertThat(ofAnother.service()).isFalse();
    }

    @Test
    void theKeysAreAskedForOnceAndAgainForAKeyNobodyKnows() throws Exception {
        tokens.check(issuer.token(claims().build()));
        tokens.check(issuer.token(claims().build()));
        assertThat(issuer.keysAsked()).isEqualTo(1);

        issuer.changeKey();

        assertThat(tokens.check(issuer.token(claims().build())).person().subject())
                .isEqualTo("somebody");
        assertThat(issuer.keysAsked()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsGoneOpensNothingOnceTheKeysWereAskedForAgain() throws Exception {
        String old = issuer.token(claims().build());
        tokens.check(old);

        issuer.changeKey();
        tokens.check(issuer.token(claims().build()));

        refused(old);
    }

    @Test
    void aProviderThatWentAwayDoesNotStopTokensWithAKnownKey() throws Exception {
        String token = issuer.token(claims().build());
        tokens.check(token);

        issuer.close();

        assertThat(tokens.check(token).person().subject()).isEqualTo("somebody");
    }

    @Test
    void aProviderThatNeverAnsweredIsNoFaultOfTheToken() {
        String token = issuer.token(claims().build());
        issuer.close();

        assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(Unreachable.class);
    }

    @Test
    void theHeaderIsReadAsTheStandardSays() {
        assertThat(BearerHeader.token(List.of())).isEmpty();
        assertThat(BearerHeader.token(List.of("Basic eDp5"))).isEmpty();
        assertThat(BearerHeader.token(List.of("bearer abc"))).contains("abc");
        assertThat(BearerHeader.token(List.of("Bearer abc", "Bearer def"))).contains("");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(Refused.class);
    }

    private JWTClaimsSet.Builder claims() {
        return TestIssuer.claims(issuer.address(), "somebody", clock.instant(), Map.of("acme", TENANT));
    }

    private AccessTokens tokens(URI provider) {
        var settings = new HubSettings(
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
        return new AccessTokens(settings, new IdentityProvider(settings, clock), clock);
    }
}
