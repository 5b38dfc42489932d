package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointTest {
    private final HubWorld world = new HubWorld();
    private final Members members = world.members;
    private final RoleNews news = new RoleNews();
    private final Appoint appoint = new Appoint(world.work, members, news);
    private final TenantId acme = world.owner.tenant();
    private final Viewer admin = new Viewer(acme, new Subject("admin"), Role.ADMIN);

    @BeforeEach
    void begin() throws SQLException {
        row("owner", "OWNER");
        row("admin", "ADMIN");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anOwnerGivesAndTakesEveryRoleAndWhateverIsOpenIsTold() {
        List<TenantId> told = new ArrayList<>();
        news.onChanged(told::add);

        for (Role role : List.of(Role.EDITOR, Role.OWNER, Role.ADMIN, Role.VIEWER)) {
            to(world.owner, "guard", role);
            assertThat(role("guard")).isEqualTo(role);
        }

        assertThat(told).hasSize(4).containsOnly(acme);
    }

    @Test
    void anAdminDealsInEditorsAndViewersAlone() {
        to(admin, "guard", Role.EDITOR);
        assertThat(role("guard")).isEqualTo(Role.EDITOR);

        for (Role role : List.of(Role.ADMIN, Role.OWNER)) {
            refused(Problem.MISSING_RIGHT, () -> to(admin, "guard", role));
            refused(Problem.MISSING_RIGHT, () -> to(admin, "admin", role));
        }
        refused(Problem.MISSING_RIGHT, () -> to(admin, "owner", Role.VIEWER));
        assertThat(role("owner")).isEqualTo(Role.OWNER);
    }

    @Test
    void editorsAndViewersDealInNone() {
        for (Role role : List.of(Role.EDITOR, Role.VIEWER)) {
            Viewer viewer = new Viewer(acme, new Subject("guard"), role);
            for (Role wanted : Role.standard()) {
                refused(Problem.MISSING_RIGHT, () -> to(viewer, "guard", wanted));
            }
        }
    }

    @Test
    void theLastOwnerStaysOne() {
        refused(Problem.CONFLICT, () -> to(world.owner, "owner", Role.VIEWER));

        to(world.owner, "guard", Role.OWNER);
        to(world.owner, "owner", Role.VIEWER);
        assertThat(role("owner")).isEqualTo(Role.VIEWER);
    }

    @Test
    void ofTwoOwnersWhoResignAtOnceOneStays() throws Exception {
        for (int round = 0; round < 10; round++) {
            to(world.owner, "guard", Role.OWNER);
            Callable<Boolean> first = () -> resigned("owner");
            Callable<Boolean> second = () -> resigned("guard");
            try (var people = Executors.newFixedThreadPool(2)) {
                List<Boolean> done = new ArrayList<>();
                for (var answer : people.invokeAll(List.of(first, second))) {
                    done.add(answer.get());
                }
                assertThat(done).containsExactlyInAnyOrder(true, false);
            }
            row("owner", "OWNER");
        }
    }

    @Test
    void whoWasDemotedWhileTheirRequestWaitedAppointsNobody() {
        to(world.owner, "admin", Role.VIEWER);

        refused(Problem.MISSING_RIGHT, () -> to(admin, "guard", Role.EDITOR));
    }

    private boolean resigned(String who) {
        try {
            to(new Viewer(acme, new Subject(who), Role.OWNER), who, Role.VIEWER);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void to(Viewer viewer, String subject, Role role) {
        world.work.run(acme, () -> appoint.to(viewer, new Subject(subject), role));
    }

    private Role role(String subject) {
        return world.inTenant(world.owner, () -> members.role(acme, new Subject(subject)));
    }

    private static void refused(Problem problem, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }

    private void row(String subject, String role) throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var insert =
                        connection.prepareStatement("insert into member (tenant_id, subject, role) values (?, ?, ?)"
                                + " on conflict (tenant_id, subject) do update set role = excluded.role")) {
            insert.setObject(1, acme.value());
            insert.setString(2, subject);
            insert.setString(3, role);
            insert.execute();
        }
    }
}
