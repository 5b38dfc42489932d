package io.vedette.lab.camera;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Basic authentication (RFC 7617): the password as good as in clear, which old cameras still want. */
final class BasicCheck implements LoginCheck {
    private final byte[] expected;

    BasicCheck(CameraLogin login) {
        byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        this.expected = ("Basic " + Base64.getEncoder().encodeToString(pair)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String challenge() {
        return "Basic realm=\"Vedette test camera\"";
    }

    @Override
    public boolean accepts(RtspRequest request) {
        return MessageDigest.isEqual(expected, request.header("authorization").getBytes(StandardCharsets.UTF_8));
    }
}
