package io.vedette.hub.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An identity provider as far as programs need one: it describes itself, shows its keys and signs tokens. */
public final class TestIssuer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger keysAsked = new AtomicInteger();
    private final int port;
    private volatile RSAKey key = freshKey("first");
    private volatile int tokensStatus = 200;
    private volatile String lastSession = "";
    private volatile String lastForm = "";
    private volatile boolean forgetsNonces;
    private volatile String organisation = "";
    private volatile Set<String> members = Set.of();
    private volatile JWTClaimsSet browser = new JWTClaimsSet.Builder().build();

    public TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        String issuer = address().toString();
        answer("/realms/vedette/.well-known/openid-configuration", () -> """
                {"issuer":"%s","authorization_endpoint":"%s/auth","token_endpoint":"%s/token","jwks_uri":"%s/certs",
                 "end_session_endpoint":"%s/logout","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".replace("%s", issuer));
        answer("/realms/vedette/certs", () -> {
            keysAsked.incrementAndGet();
            return new JWKSet(key.toPublicJWK()).toString();
        });
        server.createContext("/realms/vedette/protocol/openid-connect/token", exchange -> {
            try (exchange) {
                send(exchange, 200, "{\"access_token\":\"x\",\"expires_in\":60}");
            }
        });
        server.createContext("/admin/realms/vedette/organizations", this::organisation);
        server.createContext("/realms/vedette/token", exchange -> {
            try (exchange) {
                String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                lastForm = form;
                String nonce = form.replaceFirst("(^|.*&)code=([^&]*).*", "$2");
                send(exchange, tokensStatus, tokensStatus == 200 ? tokens(nonce) : "{\"error\":\"invalid_grant\"}");
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/realms/vedette");
    }

    int keysAsked() {
        return keysAsked.get();
    }

    /** From now on whoever asks for tokens is answered with this status. */
    void answersTokensWith(int status) {
        tokensStatus = status;
    }

    /** What it was asked for tokens with. */
    String lastForm() {
        return lastForm;
    }

    /** From now on an id token says nothing of the sign-in it is for. */
    void forgetsNonces() {
        forgetsNonces = true;
    }

    /** From now on tokens are signed with another key. */
    void changeKey() {
        key = freshKey("second");
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** The claims of an ordinary access token for the hub, good for five minutes from {@code now}. The one of the name "operator" is one. */
    public static JWTClaimsSet.Builder claims(URI issuer, String subject, Instant now, Map<String, String> tenants) {
        var organisations = new java.util.TreeMap<String, Object>();
        tenants.forEach((slug, tenant) -> organisations.put(slug, Map.of("tenant", List.of(tenant))));
        return new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience("hub")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("preferred_username", subject)
                .claim("name", subject)
                .claim("orgs", organisations)
                .claim("hub_roles", subject.equals("operator") ? List.of("operator") : List.of());
    }

    public String token(JWTClaimsSet claims) {
        return token(claims, header -> header);
    }

    String token(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> header) {
        return token(claims, header, key);
    }

    static String token(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> header, RSAKey key) {
        var builder = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
        var token = new SignedJWT(header.apply(builder).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    static RSAKey freshKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever begins a sign-in and comes back with its nonce as the code is this one. */
    public void signsIn(JWTClaimsSet claims) {
        browser = claims;
    }

    /** The provider's own session of whoever signed in last. */
    public String lastSession() {
        return lastSession;
    }

    /** What the provider posts when it ends a session of its own (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
    public String logoutToken(String sid) {
        return logoutToken(sid, Instant.now());
    }

    String logoutToken(String sid, Instant then) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .audience("hub")
                .subject(browser.getSubject())
                .issueTime(Date.from(then))
                .expirationTime(Date.from(then.plusSeconds(60)))
                .jwtID(sid)
                .claim("sid", sid)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();
        return token(claims, header -> header.type(new JOSEObjectType("logout+jwt")));
    }

    private String tokens(String nonce) {
        lastSession = nonce;
        var claims = new JWTClaimsSet.Builder(browser)
                .claim("nonce", forgetsNonces ? null : nonce)
                .claim("sid", nonce)
                .build();
        String id = token(claims, header -> header.type(JOSEObjectType.JWT));
        return """
                {"access_token":"x","token_type":"Bearer","expires_in":300,"refresh_token":"x","id_token":"%s"}""".formatted(id);
    }

    /** From now on these are the members of an organisation, to whoever asks about one of them; nobody lists them. */
    public void members(String slug, String tenant, Set<String> subjects) {
        organisation = "{\"id\":\"%s\",\"alias\":\"%s\",\"enabled\":true,\"attributes\":{\"tenant\":[\"%s\"]}}"
                .formatted(slug, slug, tenant);
        members = subjects;
    }

    private void organisation(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String last = path[path.length - 1];
            boolean member = path[path.length - 2].equals("members") && members.contains(last);
            if (last.equals("organizations")) {
                send(exchange, 200, "[" + organisation + "]");
            } else {
                send(
                        exchange,
                        member ? 200 : 404,
                        member ? "{\"id\":\"%s\",\"username\":\"%s\",\"enabled\":true}".formatted(last, last) : "{}");
            }
        }
    }

    private void answer(String path, java.util.function.Supplier<String> body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, 200, body.get());
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
