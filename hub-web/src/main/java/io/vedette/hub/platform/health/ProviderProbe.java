package io.vedette.hub.platform.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Asks the identity provider whether it is there, but not more often than its memory lasts: strangers may ask us at will. */
final class ProviderProbe {
    static final Duration MEMORY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private final LongSupplier ticker;
    private boolean asked;
    private long askedAt;
    private boolean answer;

    ProviderProbe(URI issuer, LongSupplier ticker) {
        this.question = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        this.ticker = ticker;
    }

    synchronized boolean reachable() {
        if (!asked || ticker.getAsLong() - askedAt > MEMORY.toNanos()) {
            answer = ask();
            asked = true;
            askedAt = ticker.getAsLong();
        }
        return answer;
    }

    private boolean ask() {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
