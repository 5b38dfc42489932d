package io.vedette.hub.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicLong now = new AtomicLong();

    private HttpServer provider;

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/realms/vedette/.well-known/openid-configuration", exchange -> {
            questions.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    @Test
    void aProviderThatAnswersIsReachableOneThatFailsOrIsGoneIsNot() {
        ProviderProbe probe = probe();
        assertThat(probe.reachable()).isTrue();

        status.set(503);
        assertThat(later(probe)).isFalse();

        status.set(200);
        assertThat(later(probe)).isTrue();

        provider.stop(0);
        assertThat(later(probe)).isFalse();
    }

    @Test
    void manyQuestionsReachTheProviderAsOne() {
        ProviderProbe probe = probe();

        for (int i = 0; i < 50; i++) {
            probe.reachable();
        }

        assertThat(questions).hasValue(1);
    }

    @Test
    void aVaultThatTakesAFileIsWritableAndKeepsNothingOfTheTrial(@TempDir Path vault) throws IOException {
        assertThat(new WritableFolder(vault).writable()).isTrue();
        try (var left = Files.list(vault)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aVaultThatIsGoneOrNoFolderIsNotWritable(@TempDir Path folder) throws IOException {
        assertThat(new WritableFolder(folder.resolve("gone")).writable()).isFalse();
        assertThat(new WritableFolder(Files.createFile(folder.resolve("file"))).writable())
                .isFalse();
    }

    private boolean later(ProviderProbe probe) {
        now.addAndGet(ProviderProbe.MEMORY.toNanos() + 1);
        return probe.reachable();
    }

    private ProviderProbe probe() {
        URI issuer = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/vedette");
        return new ProviderProbe(issuer, now::get);
    }
}
