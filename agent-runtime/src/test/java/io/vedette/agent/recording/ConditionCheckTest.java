package io.vedette.agent.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vedette.agent.config.RecordingRules.Condition;
import io.vedette.agent.wire.HookAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConditionCheckTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private long now;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/armed", exchange -> {
            asked.incrementAndGet();
            if (status.get() == 0) {
                await(over);
            }
            exchange.sendResponseHeaders(Math.max(200, status.get()), -1);
            exchange.close();
        });
        server.start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        workers.close();
    }

    private ConditionCheck check(boolean otherwise) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/armed?camera=1";
        return new ConditionCheck(new Condition(HookAddress.of(url), otherwise), () -> now);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "204, true", "302, false", "403, false", "404, false"})
    void aPlainAnswerIsAYesOrANo(int answer, boolean yes) {
        status.set(answer);

        assertThat(check(!yes).getAsBoolean()).isEqualTo(yes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverFailsIsAnsweredFor(boolean otherwise) {
        status.set(503);

        assertThat(check(otherwise).getAsBoolean()).isEqualTo(otherwise);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverDoesNotAnswerIsAnsweredFor(boolean otherwise) {
        status.set(0);

        assertThat(check(otherwise).getAsBoolean()).isEqualTo(otherwise);
    }

    @Test
    void anAnswerIsGoodForTenSecondsAndNoLonger() {
        ConditionCheck check = check(false);
        assertThat(check.getAsBoolean()).isTrue();

        status.set(403);
        now += 9 * SECOND;
        assertThat(check.getAsBoolean()).isTrue();
        now += 2 * SECOND;
        assertThat(check.getAsBoolean()).isFalse();
        assertThat(asked).hasValue(2);
    }
}
