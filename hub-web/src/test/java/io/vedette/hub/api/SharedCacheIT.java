package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.apache.hc.client5.http.cache.CacheResponseStatus;
import org.apache.hc.client5.http.cache.HttpCacheContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.cache.CacheConfig;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cache that many people share stands in between (RFC 9111), and keeps whatever it is not told not to. */
class SharedCacheIT {
    private static final RunningHub HUB = RunningHub.get();
    private static CloseableHttpClient cache;
    private static MatrixScene scene;
    private static String cookies;
    private static int shown;

    /** What came through the cache, and whether it was kept there. */
    private record Answer(int status, CacheResponseStatus from) {}

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        cookies = HUB.ownerCookies();
        cache = CachingHttpClients.custom()
                .setCacheConfig(CacheConfig.custom()
                        .setSharedCache(true)
                        .setHeuristicCachingEnabled(true)
                        .setMaxObjectSize(10_000_000)
                        .build())
                .disableRedirectHandling()
                .build();
    }

    @AfterAll
    static void close() throws IOException {
        cache.close();
        assertThat(shown).as("answers that were there to be kept").isGreaterThan(60);
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all().stream()
                .filter(row -> row.method().equals("GET") && !row.who().equals("public"))
                .filter(row -> !row.address().startsWith("/swagger/")) // the same for everybody
                .filter(row -> !row.address().endsWith("/news")) // has no end
                .filter(row ->
                        !row.address().endsWith("/accounts")) // waits for the identity provider, which is not there
                .toList();
    }

    /** With cookies and with a token: a cache treats the two differently. */
    @ParameterizedTest
    @MethodSource("rows")
    void whatOneWasShownIsNotThereForTheNext(MatrixRow row) throws IOException {
        URI address = HUB.to(scene.fill(row.address() + row.query())).build().uri();

        for (String[] proof : new String[][] {{"Cookie", cookies}, {"Authorization", "Bearer " + HUB.ownerToken()}}) {
            List<Answer> answers = List.of(ask(address, proof), ask(address, proof), ask(address));

            shown += answers.getFirst().status() == 200 ? 1 : 0;
            assertThat(answers).extracting(Answer::from).containsOnly(CacheResponseStatus.CACHE_MISS);
            assertThat(answers.getLast().status()).isNotEqualTo(200);
        }
    }

    @Test
    void whatIsTheSameForEverybodyComesFromTheCacheTheSecondTime() throws IOException {
        URI icons = HUB.to("/assets/icons.svg").build().uri();

        assertThat(ask(icons, "Cookie", cookies).status()).isEqualTo(200);
        assertThat(ask(icons).from()).isIn(CacheResponseStatus.CACHE_HIT, CacheResponseStatus.VALIDATED);
    }

    private static Answer ask(URI address, String... header) throws IOException {
        var get = new HttpGet(address);
        if (header.length == 2) {
            get.setHeader(header[0], header[1]);
        }
        var context = HttpCacheContext.create();
        return cache.execute(get, context, answer -> {
            EntityUtils.consume(answer.getEntity());
            return new Answer(answer.getCode(), context.getCacheResponseStatus());
        });
    }
}
