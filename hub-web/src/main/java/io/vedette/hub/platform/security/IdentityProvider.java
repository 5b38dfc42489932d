package io.vedette.hub.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect conversation with the identity provider, on Nimbus' SDK: authorization code with PKCE (RFC 7636),
 * refresh, logout. Every call has a connect and a read limit.
 */
@Singleton
class IdentityProvider {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    /** How far the provider's clock may be before ours: what keeps an id token from being used again is its nonce. */
    private static final int SKEW_SECONDS = 120;

    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    /** Short, as anybody can use up the two questions in it with tokens of invented keys: those of a new key wait for it. */
    private static final Duration KEYS_ASKED_AGAIN = Duration.ofSeconds(5);

    private static final Duration KEYS_IN_OUTAGE = Duration.ofHours(12);
    /** All organisations of a person, not only one they would have to choose at the login page. */
    private static final Scope SCOPE = new Scope("openid", "profile", "email", "organization:*");

    private final URI issuer;
    private final URI callback;
    private final URI home;
    private final ClientID client;
    private final Secret secret;
    private final Clock clock;
    private final ProviderSight sight;

    @Inject
    IdentityProvider(HubSettings settings, Clock clock) {
        this.issuer = settings.login().issuer();
        this.callback = settings.publicUrl().resolve("/login/callback");
        this.home = settings.publicUrl().resolve("/");
        this.client = new ClientID(settings.login().clientId());
        this.secret = new Secret(settings.login().clientSecret().reveal());
        this.clock = clock;
        this.sight = new ProviderSight(this::asked, System::nanoTime);
    }

    /** Where to send a browser to sign in. */
    URI authorize(LoginAttempt attempt) throws Unreachable {
        var request = new AuthenticationRequest.Builder(new ResponseType("code"), SCOPE, client, callback)
                .endpointURI(sight.present().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        if (attempt.again()) {
            request.prompt(new Prompt(Prompt.Type.NONE));
        }
        return request.build().toURI();
    }

    SignedIn exchange(LoginAttempt attempt, String code) throws Unreachable, Refused {
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
        return tokens(grant, new Nonce(attempt.nonce()));
    }

    SignedIn refresh(SignedIn old) throws Unreachable, Refused {
        return tokens(new RefreshTokenGrant(new RefreshToken(old.refreshToken())), null);
    }

    private SignedIn tokens(AuthorizationGrant grant, @Nullable Nonce nonce) throws Unreachable, Refused {
        var metadata = metadata();
        var request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(), new ClientSecretBasic(client, secret), grant)
                .build();
        try {
            HTTPResponse answer = limited(request.toHTTPRequest()).send();
            if (answer.getStatusCode() >= 500) {
                // its database is away, say: nobody's session is over because of that
                throw new Unreachable(new IOException("it answered " + answer.getStatusCode()));
            }
            var response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                throw new Refused(response.toErrorResponse().getErrorObject().getCode());
            }
            return signedIn((OIDCTokenResponse) response.toSuccessResponse(), nonce);
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (ParseException e) {
            throw new Refused("unreadable answer");
        }
    }

    private SignedIn signedIn(OIDCTokenResponse response, @Nullable Nonce nonce) throws Unreachable, Refused {
        try {
            var tokens = response.getOIDCTokens();
            validator().validate(tokens.getIDToken(), nonce);
            JWTClaimsSet claims = tokens.getIDToken().getJWTClaimsSet();
            var lifetime = tokens.getAccessToken().getLifetime();
            return new SignedIn(
                    PersonClaims.read(claims),
                    String.valueOf(claims.getStringClaim("sid")),
                    tokens.getIDTokenString(),
                    tokens.getRefreshToken().getValue(),
                    clock.instant().plusSeconds(Math.max(5, lifetime - 5)));
        } catch (com.nimbusds.jose.RemoteKeySourceException e) {
            throw new Unreachable(e);
        } catch (com.nimbusds.jose.proc.BadJOSEException
                | com.nimbusds.jose.JOSEException
                | java.text.ParseException
                | IllegalArgumentException e) {
            throw new Refused("unusable token: " + TokenFault.of(e));
        }
    }

    /** Where to send a browser to sign out everywhere. */
    URI logout(SignedIn who) throws Unreachable {
        try {
            return new LogoutRequest(
                            sight.present().getEndSessionEndpointURI(), JWTParser.parse(who.idToken()), home, null)
                    .toURI();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException("a token of ours that was read before", e);
        }
    }

    /** The provider's session that a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4) ends. */
    String endedSession(String logoutToken) throws Unreachable, Refused {
        try {
            var claims = new LogoutTokenValidator(
                            new Issuer(issuer),
                            client,
                            JWSAlgorithm.RS256,
                            metadata().getJWKSetURI().toURL(),
                            retriever())
                    .validate(JWTParser.parse(logoutToken));
            var sid = claims.getSessionID();
            if (sid == null) {
                throw new Refused("a logout token without a session");
            }
            return sid.getValue();
        } catch (MalformedURLException | com.nimbusds.jose.RemoteKeySourceException e) {
            throw new Unreachable(e);
        } catch (java.text.ParseException
                | com.nimbusds.jose.proc.BadJOSEException
                | com.nimbusds.jose.JOSEException e) {
            throw new Refused("not a logout token: " + TokenFault.of(e));
        }
    }

    private IDTokenValidator validator() throws Unreachable {
        try {
            var validator = new IDTokenValidator(
                    new Issuer(issuer),
                    client,
                    JWSAlgorithm.RS256,
                    metadata().getJWKSetURI().toURL(),
                    retriever());
            validator.setMaxClockSkew(SKEW_SECONDS);
            return validator;
        } catch (MalformedURLException e) {
            throw new Unreachable(e);
        }
    }

    private OIDCProviderMetadata metadata() throws Unreachable {
        return sight.known();
    }

    private OIDCProviderMetadata asked() throws Unreachable {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MILLIS, READ_MILLIS);
        } catch (IOException | GeneralException e) {
            throw new Unreachable(e);
        }
    }

    /**
     * The provider's signing keys. Kept for five minutes, and for half a day longer while the provider does not answer; a
     * token with an unknown key makes the hub ask again, yet not more often than twice in {@link #KEYS_ASKED_AGAIN}.
     */
    JWKSource<SecurityContext> keys() throws Unreachable {
        try {
            return JWKSourceBuilder.create(metadata().getJWKSetURI().toURL(), retriever())
                    .cache(KEYS_KEPT.toMillis(), CONNECT_MILLIS + READ_MILLIS)
                    .rateLimited(KEYS_ASKED_AGAIN.toMillis())
                    .refreshAheadCache(false) // no threads of its own
                    .outageTolerant(KEYS_IN_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new Unreachable(e);
        }
    }

    private static HTTPRequest limited(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        return request;
    }

    private static DefaultResourceRetriever retriever() {
        return new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    }

    /** The provider does not answer; trying again later makes sense. */
    static final class Unreachable extends Exception {
        Unreachable() {
            super("the identity provider does not answer");
        }

        Unreachable(Throwable cause) {
            super("the identity provider does not answer", cause);
        }
    }

    /** The provider answered and said no; trying the same again does not help. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }
    }
}
