package io.vedette.example;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The hub, asked with a program's token. Any thread; waits for answers. */
final class Hub {
    private static final ObjectMapper JSON = LinkCodec.json();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(); // follows no redirects: the token goes to the hub and nowhere else
    private final Settings settings;

    Hub(Settings settings) {
        this.settings = settings;
    }

    /** The hub did not do what it was asked; what it answered says whether asking again can help. */
    static final class Refused extends Exception {
        private final int status;

        Refused(String what, int status) {
            super(what + ": the hub answers " + status);
            this.status = status;
        }

        /** There is no such recording (any more), or the token may not know of it. */
        boolean gone() {
            return status == 404 || status == 410;
        }

        /** The run said something else before, or the hub takes no more about this recording: it never will. */
        boolean forEver() {
            return status == 409 || status == 413 || status == 422;
        }
    }

    /** Writes the recording's bytes to the file, and makes sure that they are those of the event. */
    void fetch(RecordingStored recording, Path file) throws IOException, InterruptedException, Refused {
        URI media = at("/t/" + recording.tenant().slug() + "/media/" + recording.recording() + ".mp4");
        HttpResponse<InputStream> answer = http.send(request(media).GET().build(), BodyHandlers.ofInputStream());
        // the request's limit ends with its head; a body that stands still is closed from here, which ends the reading
        var late = CompletableFuture.runAsync(
                () -> close(answer.body()), CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS));
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new Refused("fetching " + recording.recording(), answer.statusCode());
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = Files.copy(new AtMost(new DigestInputStream(body, digest), recording.bytes()), file);
            if (bytes != recording.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(recording.sha256())) {
                throw new IOException("what came is not the recording " + recording.recording());
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            late.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void post(RecordingStored recording, AnalysisPost analysis) throws IOException, InterruptedException, Refused {
        URI analyses =
                at("/api/v1/t/" + recording.tenant().slug() + "/recordings/" + recording.recording() + "/analyses");
        var answer = http.send(
                request(analyses)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(analysis)))
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new Refused("posting about " + recording.recording(), answer.statusCode());
        }
    }

    private URI at(String path) {
        return settings.hub().resolve(path);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + settings.token().reveal());
    }
}
