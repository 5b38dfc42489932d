package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every answer tells a browser: not to show it on another site, and not to keep what is somebody's. */
class HeadersIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static MatrixScene scene;
    private static String cookies;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        cookies = HUB.ownerCookies();
    }

    @AfterAll
    static void close() {
        HTTP.close();
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all().stream()
                .filter(row -> row.method().equals("GET"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noAnswerIsShownOnAnotherSiteOrTakenForWhatItIsNot(MatrixRow row) throws Exception {
        for (String cookie : List.of("none=none", cookies)) {
            HttpHeaders headers = headers(row, cookie);

            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                    .doesNotContain("unsafe-");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothingOfSomebodyIsKeptByABrowserForWhoeverComesNext(MatrixRow row) throws Exception {
        if (row.who().equals("public") || row.address().startsWith("/swagger/")) {
            return; // the same for everybody
        }
        for (String cookie : List.of("none=none", cookies)) {
            assertThat(headers(row, cookie).firstValue("Cache-Control"))
                    .get()
                    .asString()
                    .contains("no-store");
        }
    }

    private static HttpHeaders headers(MatrixRow row, String cookie) throws IOException, InterruptedException {
        HttpRequest request = HUB.to(scene.fill(row.address() + row.query()))
                .header("Cookie", cookie)
                .build();
        HttpResponse<InputStream> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close(); // some have no end
        return answer.headers();
    }
}
