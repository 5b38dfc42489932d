package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.api.Asker.Got;
import io.vedette.hub.api.MatrixScene.Standing;
import io.vedette.hub.cameras.Action;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every address of the hub, asked by everybody: a stranger, the owner of another tenant, by ids of this one in the other, a viewer in
 * every standing towards the camera, and an owner. What each gets is said by {@code matrix.txt} and by nothing else.
 */
class MatrixIT {
    private static final Set<Integer> SHUT = Set.of(401, 403, 404);

    private static final RunningHub HUB = RunningHub.get();
    private static final Asker NOBODY = Asker.nobody(HUB);
    private static final Map<String, Integer> TRIED = new TreeMap<>();
    private static MatrixScene scene;
    private static Asker owner;
    private static Asker walker;
    private static Asker foreigner;
    private static Asker admin;
    private static Asker editor;
    private static Asker operator;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        Map<String, String> acme = Map.of("acme", HUB.world.owner.tenant().toString());
        owner = Asker.of(HUB, "owner", acme);
        admin = Asker.of(HUB, "admin", acme);
        editor = Asker.of(HUB, "editor", acme);
        walker = Asker.of(HUB, MatrixScene.WALKER, acme);
        operator = Asker.of(HUB, "operator", Map.of());
        foreigner = Asker.of(
                HUB,
                "owner-of-globex",
                Map.of("globex", HUB.world.stranger.tenant().toString()));
    }

    @AfterAll
    static void tell() {
        System.out.println("matrix: " + MatrixRow.all().size() + " addresses, asked " + TRIED);
    }

    static List<MatrixRow> rows() {
        return MatrixRow.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aStrangerGetsWhatIsForEverybodyAndNothingElse(MatrixRow row) {
        Got answer = ask("stranger", row, NOBODY, scene.fill(row.address() + row.query()));

        switch (row.who()) {
            case "public" -> assertThat(answer.status()).isNotIn(401, 403).isLessThan(500);
            case "proof" -> assertThat(answer.status()).isIn(400, 401, 403, 404, 412, 415, 426);
            case "inner" -> assertThat(answer.status()).isIn(302, 404);
            default -> assertThat(answer.status()).isIn(row.method().equals("GET") && row.ofPeople() ? 302 : 401, 401);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerOfAnotherTenantFindsNothing(MatrixRow row) {
        if (!row.ofATenant()) {
            return;
        }
        String address = scene.fill(row.address() + row.query());

        assertThat(ask("foreigner", row, foreigner, address).status()).isEqualTo(404);
        if (row.names() && !row.address().equals("/t/{tenant}/people/see-as")) {
            String inTheirs = address.replace("/t/acme", "/t/globex");
            boolean ofAMember = row.address().endsWith("/accounts/{account}/role");
            assertThat(ask("foreign id", row, foreigner, inTheirs).status())
                    .as(inTheirs)
                    .isEqualTo(ofAMember ? 503 : 404); // who is a member cannot be asked for this hub
        }
    }

    @Test
    void whatTheOwnerChangesIsSeenInTheSumsOfTheRows() {
        List<String> before = scene.rows();

        String made = scene.fill("{team}");

        assertThat(scene.rows())
                .as("with the team %s", made)
                .isNotEqualTo(before)
                .hasSameSizeAs(before);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerOfAnotherTenantChangesNothing(MatrixRow row) {
        if (!row.ofATenant() || !row.writes()) {
            return;
        }
        String address = scene.fill(row.address() + row.query());
        String sent = scene.fill(row.sent());
        List<String> before = scene.rows();

        List<Got> answers = new ArrayList<>(List.of(ask("foreign write", row, foreigner, address, sent)));
        if (row.names()) {
            String inTheirs = address.replace("/t/acme", "/t/globex");
            answers.add(ask("foreign write", row, foreigner, inTheirs, sent));
        }

        assertThat(scene.rows()).as("after %s", answers).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aViewerGetsWhatTheirStandingSays(Standing standing) {
        List<String> wrong = new ArrayList<>();
        for (Action action : Action.values()) {
            scene.stand(standing, action);
            for (MatrixRow row : MatrixRow.all()) {
                if (!row.ofATenant() || asked(row) != action) {
                    continue;
                }
                Got answer = ask(standing.name(), row, walker, scene.fill(row.address() + row.query()));
                if ((row.isFor("member") || row.isFor("belongs"))) {
                    scene.stand(standing, action); // the walker may have left
                }
                if (!fits(row, standing, answer.status())) {
                    wrong.add(row + " got " + answer.status());
                }
            }
        }
        scene.stand(Standing.UNGRANTED, Action.LIVE);
        assertThat(wrong).isEmpty();
    }

    private static Action asked(MatrixRow row) {
        return row.use().orElse(Action.LIVE);
    }

    private static boolean fits(MatrixRow row, Standing standing, int status) {
        boolean sees = standing == Standing.GRANTED || standing == Standing.OTHERWISE;
        if (row.use().isPresent()) {
            return standing == Standing.GRANTED ? passed(status) : (sees ? status == 403 : shut(standing, status));
        }
        return switch (row.who()) {
            case "member", "belongs", "belongs REPLAY" ->
                standing == Standing.ROLE_CLOSED ? status == 403 : passed(status);
            case "sees" -> sees ? passed(status) : shut(standing, status);
            case "holder" -> SHUT.contains(status);
            default ->
                row.ofAnObject()
                        ? SHUT.contains(status)
                        : row.ofACamera() && !sees
                                ? status == 404 || status == 403
                                : status == 403 || row.ofACamera() && status == 412;
        };
    }

    /** Whoever's role does not count now is told so at every address of the tenant, whatever it names. */
    private static boolean shut(Standing standing, int status) {
        return status == (standing == Standing.ROLE_CLOSED ? 403 : 404);
    }

    /** Past the door: whatever comes then is about what was sent, and no fault. Nobody lists accounts for this hub: 503. */
    static boolean passed(int status) {
        return !SHUT.contains(status) && (status < 500 || status == 503);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOwnerPassesEveryDoorButTheHolders(MatrixRow row) {
        if (!row.ofATenant()) {
            return;
        }
        Got answer = ask("owner", row, owner, scene.fill(row.address() + row.query()));

        if (row.who().equals("holder")) {
            assertThat(answer.status()).isEqualTo(404);
        } else {
            assertThat(answer.status())
                    .as(answer.body())
                    .satisfies(status -> assertThat(passed(status)).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anAdminPassesWhatIsNotTheOwnersAlone(MatrixRow row) {
        if (!row.ofATenant()) {
            return;
        }
        scene.comesBack(new Subject("admin"), "ADMIN");
        int status = ask("admin", row, admin, scene.fill(row.address() + row.query()))
                .status();

        switch (row.who()) {
            case "OWN", "OWN camera" -> assertThat(status).isEqualTo(403);
            case "holder" -> assertThat(status).isEqualTo(404);
            default -> assertThat(status).matches(MatrixIT::passed, "past the door");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEditorPassesWhatIsNotAboutPeople(MatrixRow row) {
        if (!row.ofATenant()) {
            return;
        }
        scene.comesBack(new Subject("editor"), "EDITOR");
        int status = ask("editor", row, editor, scene.fill(row.address() + row.query()))
                .status();

        if (row.within(Role.EDITOR.permissions()) && !row.who().equals("holder")) {
            assertThat(status).matches(MatrixIT::passed, "past the door");
        } else if (row.ofAnObject() || row.who().equals("holder")) {
            assertThat(status).isIn(403, 404);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anOperatorFindsTheirOwnAddressesAndNoneOfATenant_andNobodyElseFindsTheirs(MatrixRow row) {
        String address = scene.fill(row.address() + row.query());
        if (row.who().equals("operator")) {
            assertThat(ask("operator", row, operator, address).status()).matches(MatrixIT::passed);
            for (Asker other : List.of(owner, foreigner, walker)) {
                assertThat(ask("no operator", row, other, address).status()).isEqualTo(404);
            }
        } else if (row.ofATenant()) {
            assertThat(ask("operator", row, operator, address).status()).isEqualTo(404);
        }
    }

    private static Got ask(String who, MatrixRow row, Asker asker, String address) {
        return ask(who, row, asker, address, scene.fill(row.sent()));
    }

    private static Got ask(String who, MatrixRow row, Asker asker, String address, String body) {
        TRIED.merge(who, 1, Integer::sum);
        return asker.ask(row, address, body);
    }
}
