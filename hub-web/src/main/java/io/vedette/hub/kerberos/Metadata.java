package io.vedette.hub.kerberos;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The header Upload-Metadata of tus 1.0: pairs of a key and a value in base64, with commas between. */
final class Metadata {
    private static final int LONGEST = 8 * 1024;
    private static final int MOST = 40;

    private Metadata() {}

    /** Empty for what is none. */
    static Optional<Sending.Fields> read(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        String[] pairs = header.split(",", MOST + 1);
        if (pairs.length > MOST) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (String pair : pairs) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                fields.put(
                        parts[0],
                        parts.length == 1
                                ? ""
                                : new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException noBase64) {
                return Optional.empty();
            }
        }
        return Optional.of(fields::get);
    }
}
