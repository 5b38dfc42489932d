package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.audit.Verdict.Broken;
import io.vedette.hub.audit.Verdict.Damage;
import io.vedette.hub.audit.Verdict.Whole;
import io.vedette.hub.platform.config.HubSettings.AuditSettings;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may have a log verified, and by what it is measured. */
class VerifyAuditTest {
    @TempDir
    private Path folder;

    private final HubWorld world = new HubWorld(AuditEntry.class, AuditHead.class);
    private final AuditLog log = new AuditLog(world.work);

    @AfterEach
    void close() {
        world.close();
    }

    static List<Role> roles() {
        return Role.standard();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void onlyThoseWhoseRoleAuditsAreTold(Role role) {
        Viewer viewer = member(role);
        note();

        if (role.audits()) {
            assertThat(verify(viewer, "acme", List.of())).isEqualTo(new Whole(head()));
        } else {
            assertThatThrownBy(() -> verify(viewer, "acme", List.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.MISSING_RIGHT));
        }
        assertThatThrownBy(() -> verify(viewer, "globex", List.of()))
                .as("another tenant's")
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    @Test
    void theLogIsMeasuredByWhatWasPublishedAndByWhatTheReaderSaw() throws IOException {
        Viewer owner = member(Role.OWNER);
        note();
        Link other = new Link(1, new Digest("a".repeat(64)));

        assertThat(verify(owner, "acme", List.of(head()))).isEqualTo(new Whole(head()));
        assertThat(verify(owner, "acme", List.of(other))).isEqualTo(new Broken(1, Damage.NOT_AS_PUBLISHED));
        new HeadFile(file()).append(List.of(HeadLine.of(world.clock.instant(), owner.tenant(), other)));
        assertThat(verify(owner, "acme", List.of())).isEqualTo(new Broken(1, Damage.NOT_AS_PUBLISHED));
    }

    private Viewer member(Role role) {
        Viewer viewer = new Viewer(world.owner.tenant(), new Subject("member"), role);
        TestDatabase.addMember(world.settings, viewer);
        return viewer;
    }

    private void note() {
        world.work.run(
                world.owner.tenant(), () -> world.work.note(Deed.of(DeedKind.LOGIN, "account", "owner", "Owner")));
    }

    private Link head() {
        return world.inTenant(world.owner, () -> log.head(world.owner.tenant()));
    }

    private Path file() {
        return folder.resolve("heads");
    }

    private Verdict verify(Viewer viewer, String slug, List<Link> seen) {
        var settings = new AuditSettings(Optional.of(file()), Optional.empty(), List.of());
        var published =
                new PublishedHeads(world.work, new Tenants(world.work), log, world.clock, settings, Optional.empty());
        var person = new Person(
                viewer.subject().value(),
                "member",
                "Member",
                List.of(new Membership("acme", viewer.tenant().value())));
        return new VerifyAudit(world.visits(), new VerifyChain(world.work, log), published)
                .of(from(person), slug, seen);
    }

    /** A request that came past the sign-in. */
    private static HttpServletRequest from(Person person) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                VerifyAuditTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getAttribute") && "vedette.person".equals(arguments[0])
                                ? person
                                : null);
    }
}
