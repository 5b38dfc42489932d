package io.vedette.agent.camera.jpeg;

import io.vedette.agent.config.CameraAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a camera that asks who is there: by digest (RFC 7616, section 3.4) where it offers that, of several the one with the best
 * algorithm, else by basic authentication (RFC 7617). Java's own client would do neither for us: from release 19 on it refuses
 * MD5, which is all that most cameras speak.
 */
final class HttpLogin {
    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,]+))");
    /** No camera asks in so many words, and the stack that reads them is small. */
    private static final int LONGEST = 1024;

    private static final List<String> BEST_FIRST = List.of("SHA-512-256", "SHA-256", "MD5");
    private static final String SESSION = "-SESS";

    private final CameraAccess access;
    private final String method;
    private final String target;

    HttpLogin(CameraAccess access, String method, URI uri) {
        this.access = access;
        this.method = method;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        this.target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /**
     * The value of {@code Authorization}; empty when there is nothing we could answer, or no user to answer with.
     *
     * @param challenges the values of {@code WWW-Authenticate}
     */
    Optional<String> answer(List<String> challenges) {
        if (access.user().isEmpty()) {
            return Optional.empty();
        }
        for (String algorithm : BEST_FIRST) {
            for (String challenge : challenges) {
                Map<String, String> asked = parameters(challenge, "digest");
                if (plain(asked).equals(algorithm) && asked.containsKey("realm") && asked.containsKey("nonce")) {
                    return Optional.of(digest(asked, algorithm));
                }
            }
        }
        return challenges.stream().anyMatch(challenge -> named(challenge, "basic"))
                ? Optional.of(basic())
                : Optional.empty();
    }

    private static boolean named(String challenge, String scheme) {
        return challenge.strip().toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private static Map<String, String> parameters(String challenge, String scheme) {
        Map<String, String> found = new HashMap<>();
        if (challenge.length() <= LONGEST && named(challenge, scheme)) {
            found.put("algorithm", "MD5");
            Matcher matcher = PARAMETER.matcher(challenge);
            while (matcher.find()) {
                String quoted = matcher.group(2);
                found.put(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : matcher.group(3));
            }
        }
        return found;
    }

    private static String algorithm(Map<String, String> asked) {
        return asked.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT);
    }

    private static String plain(Map<String, String> asked) {
        String algorithm = algorithm(asked);
        return algorithm.endsWith(SESSION) ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
    }

    private String digest(Map<String, String> asked, String algorithm) {
        String realm = asked.getOrDefault("realm", "");
        String nonce = asked.getOrDefault("nonce", "");
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        String ours = HexFormat.of().formatHex(bytes);
        String secret = hash(
                algorithm, access.user() + ":" + realm + ":" + access.password().reveal());
        if (algorithm(asked).endsWith(SESSION)) {
            secret = hash(algorithm, secret + ":" + nonce + ":" + ours);
        }
        // without a quality of protection, as RFC 2617 has it
        boolean counted =
                List.of(asked.getOrDefault("qop", "").split("\\s*,\\s*")).contains("auth");
        String middle = counted ? nonce + ":00000001:" + ours + ":auth" : nonce;
        String response = hash(algorithm, secret + ":" + middle + ":" + hash(algorithm, method + ":" + target));
        return "Digest username=" + quoted(access.user()) + ", realm=" + quoted(realm) + ", nonce=" + quoted(nonce)
                + ", uri=" + quoted(target) + ", algorithm=" + asked.get("algorithm") + ", response=" + quoted(response)
                + given(asked.get("opaque"))
                + (counted ? ", qop=auth, nc=00000001, cnonce=" + quoted(ours) : "");
    }

    private static String given(@Nullable String opaque) {
        return opaque == null ? "" : ", opaque=" + quoted(opaque);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String basic() {
        String pair = access.user() + ":" + access.password().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String algorithm, String text) {
        try {
            String java = algorithm.equals("SHA-512-256") ? "SHA-512/256" : algorithm;
            byte[] digest = MessageDigest.getInstance(java).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }
}
