package io.vedette.hub.kerberos;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of the two an agent of Kerberos believes to speak to: each has names of its own for one and the same pair of keys. */
enum Side {
    VAULT("X-Kerberos-Storage-AccessKey", "X-Kerberos-Storage-SecretAccessKey"),
    HUB("X-Kerberos-Hub-PublicKey", "X-Kerberos-Hub-PrivateKey");

    /** Of a film; the same on both sides. */
    private static final Map<String, String> FIELDS = Map.of(
            "filename", "X-Kerberos-Storage-FileName",
            "device", "X-Kerberos-Storage-Device",
            "directory", "X-Kerberos-Storage-Directory",
            "duration", "X-Kerberos-Storage-Duration",
            "timestamp", "X-Kerberos-Storage-Timestamp");

    private final String accessKey;
    private final String secretKey;

    Side(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    @Nullable
    String accessKey(HttpServletRequest request) {
        return request.getHeader(accessKey);
    }

    @Nullable
    String secretKey(HttpServletRequest request) {
        return request.getHeader(secretKey);
    }

    /** As it stands in the address. */
    static Side of(String word) {
        return word.equals("vault") ? VAULT : HUB;
    }

    static Sending.Fields fields(HttpServletRequest request) {
        return name -> {
            String header = FIELDS.get(name);
            return header == null ? null : request.getHeader(header);
        };
    }
}
