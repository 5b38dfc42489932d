package io.vedette.e2e.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A recording as the hub's interface tells it.
 *
 * @param place edge, vault or gone
 * @param media path of its bytes, when they are in the vault
 */
public record Recorded(
        String id,
        Instant startedAt,
        long durationMs,
        long bytes,
        String sha256,
        boolean cut,
        String place,
        @Nullable String media) {

    /** Those of a camera that began in the time, oldest first. */
    public static List<Recorded> of(HubApi api, String camera, Instant from, Instant to) {
        Answer answer = api.get("/api/v1/t/acme/recordings?camera=" + camera + "&from=" + from + "&to=" + to);
        if (answer.status() != 200) {
            throw new AssertionError("recordings cannot be listed: " + answer);
        }
        return StreamSupport.stream(answer.json().path("recordings").spliterator(), false)
                .map(Recorded::of)
                .toList();
    }

    /** All of a camera since its first. */
    public static List<Recorded> of(HubApi api, String camera) {
        return of(api, camera, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    }

    public static Recorded get(HubApi api, String id) {
        return of(api.get("/api/v1/t/acme/recordings/" + id).json());
    }

    private static Recorded of(JsonNode node) {
        return new Recorded(
                node.path("id").asText(),
                Instant.parse(node.path("startedAt").asText()),
                node.path("durationMs").asLong(),
                node.path("bytes").asLong(),
                node.path("sha256").asText(),
                node.path("cut").asBoolean(),
                node.path("place").asText(),
                node.path("media").isTextual() ? node.path("media").asText() : null);
    }

    public boolean inVault() {
        return media != null;
    }

    /** Fetches the media bytes into the folder, and proves that they are those the agent recorded. */
    public Path fetch(HubApi api, Path folder) {
        Answer answer = api.get(String.valueOf(media));
        if (answer.status() != 200
                || answer.body().length != bytes
                || !sha256(answer.body()).equals(sha256)) {
            throw new AssertionError("the media of " + this + " are not what was recorded: " + answer.status() + ", "
                    + answer.body().length + " bytes, SHA-256 " + sha256(answer.body()));
        }
        try {
            return Files.write(folder.resolve(id + ".mp4"), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
