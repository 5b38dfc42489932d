package io.vedette.hub.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.security.IdentityProvider.Refused;
import io.vedette.hub.platform.security.IdentityProvider.Unreachable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens of the realm that programs bring (RFC 6750). Only those made for this hub as a JWT access token
 * (RFC 9068: type {@code at+jwt}, audience this hub's client id) are taken: an id token, or a token made for another service,
 * opens nothing.
 */
@Singleton
class AccessTokens {
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final JOSEObjectType LONG_TYPE = new JOSEObjectType("application/at+jwt");
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int SKEW_SECONDS = 30;

    private final IdentityProvider provider;
    private final String issuer;
    private final String audience;
    private final Clock clock;
    private volatile @Nullable DefaultJWTProcessor<SecurityContext> ready;

    @Inject
    AccessTokens(HubSettings settings, IdentityProvider provider, Clock clock) {
        this.provider = provider;
        this.issuer = settings.login().issuer().toString();
        this.audience = settings.login().clientId();
        this.clock = clock;
    }

    /** Who sends this token, and until when to believe it. */
    BearerPerson check(String token) throws Unreachable, Refused {
        try {
            JWTClaimsSet claims = processor().process(token, null);
            return new BearerPerson(
                    PersonClaims.read(claims), claims.getExpirationTime().toInstant());
        } catch (RemoteKeySourceException e) {
            throw new Unreachable(e);
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            throw new Refused("unusable token: " + TokenFault.of(e));
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws Unreachable {
        DefaultJWTProcessor<SecurityContext> processor = ready;
        if (processor == null) {
            processor = new DefaultJWTProcessor<>();
            processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE, LONG_TYPE));
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()));
            processor.setJWTClaimsSetVerifier(claims());
            ready = processor;
        }
        return processor;
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        var required = new HashSet<>(List.of("exp", "iat", "sub"));
        var same = new JWTClaimsSet.Builder().issuer(issuer).build();
        var verifier = new DefaultJWTClaimsVerifier<>(audience, same, required) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }
}
