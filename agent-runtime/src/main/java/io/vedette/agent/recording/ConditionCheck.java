package io.vedette.agent.recording;

import io.vedette.agent.config.RecordingRules.Condition;
import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the address of a condition, for two seconds at most, and remembers the answer for ten: a yes or a no, and also that there
 * was none, so that somebody who does not answer costs two seconds of patience in ten and not each time. One thread.
 */
final class ConditionCheck implements BooleanSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(ConditionCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Limits LIMITS = new Limits(PATIENCE, PATIENCE, PATIENCE);
    private static final long GOOD_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int SERVER_FAULT = 500;

    private final Condition condition;
    private final LongSupplier ticker;
    private boolean asked;
    private long askedAt;
    private boolean answer;

    ConditionCheck(Condition condition, LongSupplier ticker) {
        this.condition = condition;
        this.ticker = ticker;
    }

    @Override
    public boolean getAsBoolean() {
        long now = ticker.getAsLong();
        if (!asked || now - askedAt > GOOD_NANOS) {
            answer = ask();
            asked = true;
            askedAt = ticker.getAsLong();
            LOG.info("the condition says {}", answer ? "record" : "do not record");
        }
        return answer;
    }

    private boolean ask() {
        HttpCall call =
                new HttpCall(condition.url(), "GET", condition.url().path(), Map.of(), RequestBody.NONE, LIMITS);
        // on a thread of its own, because nothing ends the search for a host's address
        FutureTask<HttpAnswer> asking = new FutureTask<>(call::send);
        Thread.ofVirtual().name("condition").start(asking);
        try {
            int status = asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).status();
            if (status < SERVER_FAULT) {
                return status / 100 == 2;
            }
            LOG.warn("the condition answers {}: {}", status, words());
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the condition does not answer ({}): {}", e.getMessage(), words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            call.abort();
        }
        return condition.otherwise();
    }

    private String words() {
        return condition.otherwise() ? "recorded all the same" : "not recorded";
    }
}
