package io.vedette.hub.platform.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningRequestsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final RunningRequests requests = new RunningRequests();

    @Test
    void whoeverComesIsLetInUntilTheHubStopsAndNobodyAfter() throws InterruptedException {
        assertThat(requests.enter()).isTrue();
        requests.leave();

        assertThat(requests.drain(LONG)).isZero();

        assertThat(requests.enter()).isFalse();
    }

    @Test
    void theEndWaitsForWhatIsBeingAnsweredThoughNobodyNewIsLetIn() throws Exception {
        requests.enter();
        requests.enter();

        CompletableFuture<Integer> end = inTheBackground(LONG);
        while (requests.enter()) {
            requests.leave();
        }
        requests.leave();
        assertThat(end).isNotDone();
        requests.leave();

        assertThat(end.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void patienceIsNotEndlessAndHowManyAreCutIsSaid() throws InterruptedException {
        requests.enter();
        requests.enter();

        assertThat(requests.drain(Duration.ofMillis(1))).isEqualTo(2);
    }

    private CompletableFuture<Integer> inTheBackground(Duration patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return requests.drain(patience);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }
}
