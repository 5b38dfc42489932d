package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.api.Asker.Got;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What belongs to another tenant, and what nobody has, are one and the same to whoever asks: the same status, the same headers and
 * the same words, at every address, in three tenants full of things. And so is what an account was not given of its own tenant's.
 */
class ForeignIdIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NAMED = Pattern.compile("\\{\\w+}");
    private static final int TIMES = 5;
    private static final Map<String, List<Long>> NANOS = new TreeMap<>();

    private static MatrixScene acme;
    private static MatrixScene initech;
    private static Asker foreigner;
    private static Asker walker;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        acme = new MatrixScene(HUB);
        new MatrixScene(HUB, HUB.world.stranger, "globex");
        Viewer third = new Viewer(TenantId.fresh(), new Subject("owner-of-initech"), Role.OWNER);
        TestDatabase.addTenant(HUB.world.settings, third.tenant().value(), "initech");
        initech = new MatrixScene(HUB, third, "initech");
        foreigner = Asker.of(
                HUB,
                "owner-of-globex",
                Map.of("globex", HUB.world.stranger.tenant().toString()));
        acme.walkerMay(EnumSet.of(Permission.LIVE, Permission.REPLAY, Permission.REQUEST_UPLOAD, Permission.ARRANGE));
        walker = Asker.of(
                HUB, MatrixScene.WALKER, Map.of("acme", HUB.world.owner.tenant().toString()));
    }

    @AfterAll
    static void tell() {
        StringBuilder told = new StringBuilder("foreign and unknown ids, median of all answers:");
        NANOS.forEach((what, nanos) -> {
            List<Long> sorted = nanos.stream().sorted().toList();
            told.append(String.format(" %s %.2f ms (%d)", what, sorted.get(sorted.size() / 2) / 1e6, sorted.size()));
        });
        System.out.println(told);
    }

    static List<MatrixRow> naming() {
        return MatrixRow.all().stream()
                .filter(row -> row.ofATenant()
                        && (row.names() || NAMED.matcher(row.sent()).find()))
                .toList();
    }

    static List<MatrixRow> ofCameras() {
        return MatrixRow.all().stream()
                .filter(row -> row.use().isPresent() || row.who().equals("sees") || row.ofACamera())
                .filter(row -> !row.method().equals("SOCKET"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("naming")
    void anIdOfAnotherTenantIsAnsweredAsOneThatNobodyHas(MatrixRow row) {
        Filled ofAcme = Filled.by(acme, row);
        Filled ofInitech = Filled.by(initech, row);
        Filled ofNobody = ofAcme.unknown();

        same(row, foreigner, "globex", List.of(ofAcme, ofInitech), ofNobody);
    }

    @ParameterizedTest
    @MethodSource("naming")
    void anotherTenantIsAnsweredAsOneThatThereIsNot(MatrixRow row) {
        Filled ofAcme = Filled.by(acme, row);

        assertThat(said(foreigner.ask(row, ofAcme.address.replace("{tenant}", "acme"), ofAcme.sent), ofAcme))
                .isEqualTo(said(foreigner.ask(row, ofAcme.address.replace("{tenant}", "hooli"), ofAcme.sent), ofAcme));
    }

    @ParameterizedTest
    @MethodSource("ofCameras")
    void aCameraThatWasNotGivenIsAnsweredAsOneThatNobodyHas(MatrixRow row) {
        Filled given = Filled.by(acme, row);

        same(row, walker, "acme", List.of(given), given.unknown());
    }

    private static void same(MatrixRow row, Asker asker, String tenant, List<Filled> theirs, Filled ofNobody) {
        List<String> answers = new ArrayList<>();
        String unknown = "";
        for (int i = 0; i < TIMES; i++) {
            for (Filled filled : theirs) {
                answers.add(timed("foreign", row, asker, tenant, filled));
            }
            unknown = timed("unknown", row, asker, tenant, ofNobody);
        }
        assertThat(answers).as("%s", row).containsOnly(unknown);
    }

    private static String timed(String what, MatrixRow row, Asker asker, String tenant, Filled filled) {
        String address = filled.address.replace("{tenant}", tenant);
        long begun = System.nanoTime();
        Got got = asker.ask(row, address, filled.sent);
        NANOS.computeIfAbsent(what, key -> new ArrayList<>()).add(System.nanoTime() - begun);
        return said(got, filled);
    }

    /** All that was answered, but for the ids that were asked for and what is drawn afresh for each answer. */
    private static String said(Got got, Filled filled) {
        if (got.answer() == null) {
            return got.status() + "";
        }
        var headers = new TreeMap<>(got.answer().headers().map());
        headers.keySet().removeAll(List.of("date", "content-length", "connection"));
        String all = got.status() + "\n" + headers + "\n" + got.body();
        for (String part : List.of("acme", "hooli", "initech", "globex")) {
            all = all.replace("/t/" + part, "/t/{tenant}");
        }
        return ID.matcher(all)
                .replaceAll("{id}")
                .replaceAll("nonce[-=]\"?[A-Za-z0-9+/_=-]+", "{nonce}")
                .replaceAll("name=\"csrf\" value=\"[^\"]*\"", "{csrf}")
                .replaceAll("\"request\":\"[^\"]*\"", "{request}");
    }

    /** A row with the ids of things that are there; the tenant is left open. */
    private record Filled(String address, String sent) {
        static Filled by(MatrixScene scene, MatrixRow row) {
            String apart = "/at-" + UUID.randomUUID();
            String address = scene.fill((row.address() + row.query()).replace("/t/{tenant}", apart));
            return new Filled(address.replace(apart, "/t/{tenant}"), scene.fill(row.sent()));
        }

        /** With ids of the same shape that nobody has. */
        Filled unknown() {
            Map<String, String> fresh = new HashMap<>();
            return new Filled(replaced(address, fresh), replaced(sent, fresh));
        }

        private static String replaced(String text, Map<String, String> fresh) {
            return ID.matcher(text)
                    .replaceAll(found -> fresh.computeIfAbsent(
                            found.group(),
                            id -> io.vedette.contracts.id.Uuids.fresh().toString()));
        }
    }
}
