package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.api.Asker.Got;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cache between the hub and its people keeps nothing that is somebody's: every private answer says so, and an address made to look
 * like a style sheet, which a careless cache would keep whatever it says, is not there.
 */
class SuffixIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final List<String> DISGUISES = List.of(
            "/x.css",
            ".css",
            ";x.css",
            "%3Bx.css",
            "%2Fx.css",
            "/..%2Fassets%2Fbase.css",
            "%00.css",
            "%0A.css",
            "/.css",
            ";/x.js");
    private static MatrixScene scene;
    private static Asker owner;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        owner = Asker.of(HUB, "owner", Map.of("acme", HUB.world.owner.tenant().toString()));
    }

    static List<MatrixRow> reads() {
        return MatrixRow.all().stream()
                .filter(row -> row.method().equals("GET"))
                .filter(row -> !List.of("public", "proof", "inner").contains(row.who()))
                .filter(row -> !row.address().endsWith("/news"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noCacheKeepsWhatIsSomebodysAndNoDisguiseOfItIsThere(MatrixRow row) {
        String plain = scene.fill(row.address());
        List<String> kept = new ArrayList<>();

        Got itself = owner.ask(row, plain + scene.fill(row.query()), "");
        assertThat(itself.answer().headers().firstValue("Cache-Control"))
                .as("%s %s", row, itself.status())
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        for (String disguise : DISGUISES) {
            Got got = owner.ask(row, plain + disguise + scene.fill(row.query()), "");
            if (got.status() < 300) {
                kept.add(disguise + " got " + got.status());
            }
        }

        assertThat(kept).isEmpty();
    }
}
