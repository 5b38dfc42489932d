package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.api.Asker.Got;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs of who asks that are none, at every address that wants one: pages, media, sockets and the interface alike. */
class BadProofIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final Map<String, Asker> ASKERS = new LinkedHashMap<>();
    private static MatrixScene scene;
    private static int asked;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        Map<String, String> tokens = new TreeMap<>(HUB.badTokens());
        tokens.put("empty", "");
        tokens.put("no token of a person's", "vdt_" + "0".repeat(32));
        tokens.forEach((wrong, token) -> ASKERS.put("token: " + wrong, Asker.program(HUB, token)));
        cookies().forEach((wrong, cookies) -> ASKERS.put("cookies: " + wrong, Asker.browser(HUB, cookies)));
    }

    @AfterAll
    static void tell() {
        System.out.println("bad proofs: " + ASKERS.size() + ", asked " + asked);
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all().stream()
                .filter(row -> !List.of("public", "proof", "inner").contains(row.who()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whateverIsBroughtInsteadOfAProofNobodyIsLetIn(MatrixRow row) {
        String address = scene.fill(row.address() + row.query());
        String sent = scene.fill(row.sent());
        Map<String, Integer> in = new TreeMap<>();

        ASKERS.forEach((wrong, asker) -> {
            Got got = asker.ask(row, address, sent);
            asked++;
            boolean toTheSignIn = row.method().equals("GET") && row.ofPeople() && got.status() == 302;
            if (!toTheSignIn && got.status() != 401) {
                in.put(wrong, got.status());
            }
        });

        assertThat(in).isEmpty();
    }

    /** The two cookies of somebody who signed in, each spoilt in a way, and those of a session that was ended. */
    private static Map<String, String> cookies() {
        Map<String, String> cookies = new TreeMap<>();
        String good = HUB.ownerCookies();
        String session = one(good, "vedette");
        String seal = one(good, "vedette-seal");
        String others = one(HUB.ownerCookies(), "vedette-seal");
        cookies.put("the session's without its seal", session);
        cookies.put("the seal without its session", seal);
        cookies.put("another session's seal", session + "; " + others);
        cookies.put("a seal that is cut", session + "; " + seal.substring(0, seal.length() - 1));
        cookies.put("an empty seal", session + "; vedette-seal=");
        cookies.put("the seal's name in capitals", session + "; " + seal.replace("vedette-seal", "VEDETTE-SEAL"));
        cookies.put("a session that nobody made", session + "0; " + seal);
        cookies.put("of a session that was ended", ended());
        assertThat(HUB.send(HUB.to("/t/acme").header("Cookie", good)).statusCode())
                .as("unspoilt")
                .isEqualTo(200);
        return cookies;
    }

    private static String ended() {
        String cookies = HUB.ownerCookies();
        var end = HUB.send(HUB.to("/login/end")
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + Asker.csrf(HUB, cookies))));
        assertThat(end.statusCode()).isIn(302, 303);
        return cookies;
    }

    private static String one(String cookies, String name) {
        return List.of(cookies.split("; ")).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
