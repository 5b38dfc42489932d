package io.vedette.hub.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tokens that say everything a good one of an owner says, and are none in one respect. */
public final class BadTokens {
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");

    private BadTokens() {}

    /** By what is wrong with each. */
    public static Map<String, String> of(TestIssuer issuer, Map<String, String> tenants) {
        Instant now = Instant.now();
        JWTClaimsSet good =
                TestIssuer.claims(issuer.address(), "owner", now, tenants).build();
        Map<String, String> bad = new TreeMap<>();
        bad.put("no JWT", "not.a.token");
        bad.put("an id token", issuer.token(good, header -> header.type(JOSEObjectType.JWT)));
        bad.put("a logout token", issuer.token(good, header -> header.type(new JOSEObjectType("logout+jwt"))));
        bad.put("without a type", issuer.token(good, header -> header.type(null)));
        bad.put(
                "for another client",
                issuer.token(changed(good).audience("account").build()));
        bad.put("for nobody", issuer.token(changed(good).audience(List.of()).build()));
        bad.put(
                "of another realm",
                issuer.token(changed(good).issuer(issuer.address() + "-2").build()));
        bad.put(
                "over",
                issuer.token(changed(good)
                        .expirationTime(Date.from(now.minusSeconds(60)))
                        .build()));
        bad.put(
                "without an end",
                issuer.token(changed(good).expirationTime(null).build()));
        bad.put("signed by somebody else", TestIssuer.token(good, header -> header, TestIssuer.freshKey("first")));
        bad.put("not signed", new PlainJWT(good).serialize());
        bad.put("without its signature", issuer.token(good).replaceFirst("[^.]*$", ""));
        bad.put("signed with the public key as if it were a secret", withThePublicKey(issuer, good));
        return bad;
    }

    private static JWTClaimsSet.Builder changed(JWTClaimsSet good) {
        return new JWTClaimsSet.Builder(good);
    }

    private static String withThePublicKey(TestIssuer issuer, JWTClaimsSet good) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(ACCESS)
                    .keyID(issuer.publicKey().getKeyID());
            var token = new SignedJWT(header.build(), good);
            token.sign(new MACSigner(issuer.publicKey().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
