package io.vedette.agent.config;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of PEM (RFC 7468). */
final class Pem {
    private Pem() {}

    static String of(String label, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    static byte[] block(String label, String text) throws GeneralSecurityException {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("no " + label);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
