package io.vedette.e2e.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of hostile addresses, one a line, beside these classes. */
final class Variants {
    private Variants() {}

    static List<String> of(String file, URI hub) {
        try (InputStream lines = Objects.requireNonNull(Variants.class.getResourceAsStream(file), file)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("ORIGIN", hub.toString())
                            .replace("HOST", hub.getHost())
                            .replace("PORT", String.valueOf(hub.getPort())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
