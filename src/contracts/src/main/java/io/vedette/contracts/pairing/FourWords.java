package io.vedette.contracts.pairing;

import io.vedette.contracts.id.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Four words that stand for both keys of a pairing: who reads the same ones on the agent's terminal and on the hub's page
 * knows that nobody sits between the two. 1,024 words, ten bits each. Somebody between the two may try keys until words
 * agree; so that each try costs, the bits come from a slow function (PBKDF2, RFC 8018). Computing them takes a tenth of a
 * second: both ends keep them.
 */
public final class FourWords {
    private static final int WORDS = 4;
    private static final int BITS = 10;
    private static final int ROUNDS = 100_000;

    private FourWords() {}

    /**
     * The words, in lower case, with a hyphen between them.
     *
     * @param agentKey as in {@link PairingRequest#publicKey}
     * @param hubKey as in {@link PairingAnswer#hubKey}
     */
    public static String of(TenantId tenant, String agentKey, String hubKey) {
        long bits = bits(agentKey + "\n" + hubKey, "vedette-words-v1\n" + tenant);
        return IntStream.range(0, WORDS)
                .mapToObj(place -> Holder.LIST.get((int) (bits >>> (place * BITS)) & ((1 << BITS) - 1)))
                .collect(Collectors.joining("-"));
    }

    /** All of them, in their order. */
    static List<String> list() {
        return Holder.LIST;
    }

    private static long bits(String keys, String purpose) {
        try {
            var spec =
                    new PBEKeySpec(keys.toCharArray(), purpose.getBytes(StandardCharsets.UTF_8), ROUNDS, WORDS * BITS);
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            long bits = 0;
            for (byte part : derived) {
                bits = bits << 8 | part & 0xff;
            }
            return bits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
        }
    }

    private static final class Holder {
        static final List<String> LIST = read();

        private static List<String> read() {
            try (InputStream file = FourWords.class.getResourceAsStream("words.txt")) {
                if (file == null) {
                    throw new IllegalStateException("words.txt is not in this build");
                }
                return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
