package io.vedette.lab.camera;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digest authentication with MD5, as cameras do it (RFC 7616, section 3.4; without {@code qop} as in RFC 2617 when the client
 * leaves it out). MD5 is what the field speaks; nothing here protects more than a made clip.
 */
final class DigestCheck implements LoginCheck {
    private static final String REALM = "Vedette test camera";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

    private final CameraLogin login;
    private final String nonce;

    DigestCheck(CameraLogin login, SecureRandom random) {
        this.login = login;
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        this.nonce = HexFormat.of().formatHex(bytes);
    }

    @Override
    public String challenge() {
        return "Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\", algorithm=MD5";
    }

    @Override
    public boolean accepts(RtspRequest request) {
        String header = request.header("authorization");
        if (!header.startsWith("Digest ")) {
            return false;
        }
        Map<String, String> given = new HashMap<>();
        Matcher parameters = PARAMETER.matcher(header);
        while (parameters.find()) {
            String quoted = parameters.group(2);
            given.put(parameters.group(1), quoted != null ? quoted : parameters.group(3));
        }
        String secret = md5(login.user() + ":" + REALM + ":" + login.password());
        String what = md5(request.method() + ":" + given.get("uri"));
        String middle = given.containsKey("qop")
                ? nonce + ":" + given.get("nc") + ":" + given.get("cnonce") + ":" + given.get("qop")
                : nonce;
        return login.user().equals(given.get("username"))
                && REALM.equals(given.get("realm"))
                && nonce.equals(given.get("nonce"))
                && request.uri().equals(given.get("uri"))
                && same(md5(secret + ":" + middle + ":" + what), given.getOrDefault("response", ""));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }
}
