package io.vedette.vault.azure;

import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.RetryStrategy;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Few tries, with full jitter between them. */
record Retries(int tries) implements RetryStrategy {
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    /** The store's own word on how long to wait is not asked for: the SDK would follow it for hours. So a header nobody sends. */
    RetryPolicy policy() {
        return new RetryPolicy(this, "x-vedette-no-retry-after", ChronoUnit.SECONDS);
    }

    @Override
    public int getMaxRetries() {
        return tries - 1;
    }

    @Override
    public Duration calculateRetryDelay(int tried) {
        long most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(tried, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    @Override
    public boolean shouldRetry(HttpResponse answer) {
        return PASSING.contains(answer.getStatusCode());
    }

    @Override
    public boolean shouldRetryException(Throwable error) {
        return error instanceof IOException;
    }
}
