package io.vedette.bench.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.bench.Figure;
import io.vedette.bench.Samples;
import io.vedette.bench.hub.Person;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import io.vedette.stack.words.StackFailed;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** From somebody's request for a recording at the edge until the hub has given out the bytes of its first second. */
final class FirstSecond {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 10;
    /** Ours to choose: longer than this, people look whether something is broken. */
    private static final double LIMIT_SECONDS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Person owner;
    private final String camera;
    private final Set<String> asked = new HashSet<>();

    private FirstSecond(Person owner, String camera) {
        this.owner = owner;
        this.camera = camera;
    }

    static void measure(Stack stack, Consumer<Figure> out) {
        var bench = new FirstSecond(
                Person.signIn(stack, "owner"), stack.camera(Seed.DOCK).toString());
        Samples ours = new Samples(System::nanoTime);
        Samples known = new Samples(System::nanoTime);
        long bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            JsonNode recording = bench.atTheEdge();
            bytes += recording.path("bytes").asLong();
            ours.time(() -> bench.ask(recording));
            known.time(() -> bench.fetch(recording, recording.path("bytes").asLong()));
        }
        double seconds = ours.percentileMillis(0.5) / 1000;
        String words = String.format(
                Locale.ROOT,
                "median %.2f s of %.0f s, at most %.2f s, %d recordings of %.1f MB; all of one fetched from the hub in %.3f s",
                seconds,
                LIMIT_SECONDS,
                ours.percentileMillis(1) / 1000,
                TIMES,
                bytes / 1e6 / TIMES,
                known.percentileMillis(0.5) / 1000);
        out.accept(Figure.within("P8.first-second", seconds, LIMIT_SECONDS, words));
    }

    private void ask(JsonNode recording) {
        String path = "/api/v1/t/acme/recordings/" + recording.path("id").asText();
        var unused = owner.change("POST", path + "/upload", "");
        until(
                "A recording that was asked for did not arrive.",
                () -> Optional.of(read(owner.get(path)))
                        .filter(now -> now.path("place").asText().equals("vault")));
        long second = recording.path("bytes").asLong()
                * 1000
                / Math.max(1000, recording.path("durationMs").asLong());
        fetch(recording, second);
    }

    private void fetch(JsonNode recording, long bytes) {
        String path = "/t/acme/media/" + recording.path("id").asText() + ".mp4";
        if (owner.part(path, bytes).length != bytes) {
            throw new StackFailed("The hub gave out fewer bytes than a recording has.");
        }
    }

    private JsonNode atTheEdge() {
        JsonNode recording = until("No recording waits at the edge.", this::another);
        asked.add(recording.path("id").asText());
        return recording;
    }

    private Optional<JsonNode> another() {
        JsonNode all = read(owner.get(
                "/api/v1/t/acme/recordings?camera=" + camera + "&from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z"));
        return StreamSupport.stream(all.path("recordings").spliterator(), false)
                .filter(one -> one.path("place").asText().equals("edge"))
                .filter(one -> !asked.contains(one.path("id").asText()))
                .findFirst();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new StackFailed("The hub's answer is no JSON.", e);
        }
    }

    private static JsonNode until(String otherwise, Supplier<Optional<JsonNode>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> found = question.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailed("Interrupted while waiting for a recording.");
            }
        }
        throw new StackFailed(otherwise);
    }
}
