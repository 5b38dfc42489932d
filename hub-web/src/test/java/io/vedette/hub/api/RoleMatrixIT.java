package io.vedette.hub.api;

import static io.vedette.hub.api.MatrixIT.passed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.SupportLevel;
import io.vedette.hub.api.Asker.Got;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Every address of a tenant, asked with each permission alone and with each missing alone: by somebody of a role that the tenant
 * made, by a program with a token, and by an operator who was let in. What each gets is what {@code matrix.txt} says it takes.
 */
class RoleMatrixIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final Map<String, String> ACME =
            Map.of("acme", HUB.world.owner.tenant().toString());
    private static MatrixScene scene;
    private static Asker walker;
    private static int cells;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        walker = Asker.of(HUB, MatrixScene.WALKER, ACME);
    }

    @AfterAll
    static void tell() {
        System.out.println("matrix of permissions: " + cells + " cells");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OWN")
    void aRoleThatAllowsOneThingBesideSeeingEveryCameraOpensWhatThatOpens(Permission one) {
        assertThat(wrong(EnumSet.of(Permission.EVERY_CAMERA, one))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OWN")
    void aRoleThatLacksOneThingOpensAllButThat(Permission one) {
        assertThat(wrong(allBut(one))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OWN")
    void anAdminsTokenOpensWhatItWasMadeForAndNoPage(Permission one) {
        Set<Permission> permissions = allBut(one);
        scene.comesBack(new Subject("admin"), "ADMIN");
        Asker program = Asker.program(HUB, token(permissions));
        List<String> wrong = new ArrayList<>();
        for (MatrixRow row : MatrixRow.all()) {
            if (row.ofATenant()) {
                int status = ask(row, program).status();
                boolean right = ofASession(row)
                        ? status == 302 || status == 401
                        : personal(row) ? status == 403 : fits(row, permissions, status);
                if (!right) {
                    wrong.add(row + " got " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Where a token is no proof. */
    private static boolean ofASession(MatrixRow row) {
        return row.page() || row.address().startsWith("/t/") && row.address().endsWith("/news");
    }

    /** What nobody does by a token, whatever it allows: listing and making them, leaving. */
    private static boolean personal(MatrixRow row) {
        return row.isFor("belongs") || row.isFor("holder");
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorWhoWasLetInDoesWhatTheirLevelSays(SupportLevel level) {
        letIn(level);
        Asker operator = Asker.of(HUB, "operator", Map.of());
        List<String> wrong = new ArrayList<>();
        for (MatrixRow row : MatrixRow.all()) {
            if (row.ofATenant()) {
                Got got = ask(row, operator);
                boolean right = row.isFor("belongs")
                        ? got.status() == 404
                        : fits(row, level.role().permissions(), got.status());
                if (!right) {
                    wrong.add(row + " got " + got.status());
                }
            }
        }
        HUB.send(HUB.asOwner("/api/v1/t/acme/support").DELETE());
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(Set<Permission> permissions) {
        List<String> wrong = new ArrayList<>();
        scene.walkerMay(permissions);
        for (MatrixRow row : MatrixRow.all()) {
            if (row.ofATenant()) {
                Got got = ask(row, walker);
                if (!fits(row, permissions, got.status())) {
                    wrong.add(row + " got " + got.status());
                }
                if (row.isFor("belongs") && row.writes()) {
                    scene.walkerMay(permissions); // the walker may have left
                }
            }
        }
        return wrong;
    }

    private static Got ask(MatrixRow row, Asker asker) {
        cells++;
        return asker.ask(row, scene.fill(row.address() + row.query()), scene.fill(row.sent()));
    }

    private static boolean fits(MatrixRow row, Set<Permission> permissions, int status) {
        boolean seen = permissions.contains(Permission.EVERY_CAMERA);
        boolean may = row.within(permissions);
        if (row.isFor("holder")) {
            return status == 404;
        }
        if (row.isFor("sees") || row.use().isPresent() || row.ofACamera()) {
            return may && seen ? passed(status) : status == (seen ? 403 : 404) || row.ofACamera() && status == 403;
        }
        return may ? passed(status) : status == 403 || row.ofAnObject() && status == 404;
    }

    private static Set<Permission> allBut(Permission one) {
        Set<Permission> permissions = EnumSet.copyOf(Permission.offered());
        permissions.remove(one);
        return permissions;
    }

    private static String token(Set<Permission> permissions) {
        String names =
                String.join("\",\"", permissions.stream().map(Permission::name).toList());
        var made = HUB.send(HUB.to("/api/v1/t/acme/me/tokens")
                .header("Authorization", "Bearer " + HUB.token("admin", ACME))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Matrix\",\"permissions\":[\"" + names + "\"]}")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.body().replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static void letIn(SupportLevel level) {
        var given = HUB.send(HUB.asOwner("/api/v1/t/acme/support")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"level\":\"" + level + "\",\"days\":1,\"reason\":\"matrix\"}")));
        assertThat(given.statusCode()).as(given.body()).isLessThan(300);
    }
}
