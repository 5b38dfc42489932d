package io.vedette.lab.camera;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.vedette.contracts.id.Uuids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digest authentication over HTTP (RFC 7616) with {@code qop=auth}, one challenge for each algorithm. A nonce is good for one
 * answer. Whoever knows the first algorithm and answers with another is refused. Safe for several threads.
 */
final class HttpDigest extends Authenticator {
    private static final String REALM = "Vedette, \"test\" camera";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    private final CameraLogin login;
    private final List<String> algorithms;
    private final Map<String, Boolean> nonces = new java.util.concurrent.ConcurrentHashMap<>();

    HttpDigest(CameraLogin login, List<String> algorithms) {
        this.login = login;
        this.algorithms = List.copyOf(algorithms);
    }

    @Override
    public Result authenticate(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Digest ") && accepts(exchange, parameters(header))) {
            return new Success(new HttpPrincipal(login.user(), "camera"));
        }
        for (String algorithm : algorithms) {
            String nonce = Uuids.fresh().toString();
            nonces.put(nonce, true);
            exchange.getResponseHeaders()
                    .add(
                            "WWW-Authenticate",
                            "Digest realm=\"" + REALM.replace("\"", "\\\"") + "\", nonce=\"" + nonce
                                    + "\", opaque=\"5ccc\", qop=\"auth, auth-int\", algorithm=" + algorithm);
        }
        return new Retry(401);
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> given = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            given.put(matcher.group(1), quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : matcher.group(3));
        }
        return given;
    }

    private boolean accepts(HttpExchange exchange, Map<String, String> given) {
        String algorithm = algorithms.getFirst();
        String uri = exchange.getRequestURI().toString();
        String nonce = given.getOrDefault("nonce", "");
        String middle = String.join(
                ":", nonce, given.get("nc"), given.getOrDefault("cnonce", ""), given.getOrDefault("qop", ""));
        String expected = hash(
                algorithm,
                hash(algorithm, login.user() + ":" + REALM + ":" + login.password()) + ":" + middle + ":"
                        + hash(algorithm, exchange.getRequestMethod() + ":" + uri));
        return nonces.remove(nonce) != null
                && algorithm.equals(given.get("algorithm"))
                && login.user().equals(given.get("username"))
                && REALM.equals(given.get("realm"))
                && "auth".equals(given.get("qop"))
                && "00000001".equals(given.get("nc"))
                && "5ccc".equals(given.get("opaque"))
                && uri.equals(given.get("uri"))
                && expected.equals(given.get("response"));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }
}
