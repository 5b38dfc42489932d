package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Arrivals;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Seats;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.security.TokenDoor.Answer;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Tenants;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An owner, a guard, an identity provider that knows them and can go away, and a monotonic clock that tests move. */
final class TokenScene implements AutoCloseable {
    final HubWorld world = new HubWorld();
    final TenantId acme = world.owner.tenant();
    final Set<Subject> known = new HashSet<>(List.of(world.owner.subject(), world.guard.subject()));
    boolean away;
    int asked;
    long nanos;
    final AdmitToken door = new AdmitToken(world.work, world.members, world.tokens, this::provider, () -> nanos);
    final Visits visits = new Visits(
            world.work,
            world.members,
            new Tenants(world.work),
            new Arrivals(world.work, world.members, new Invitations(world.work, world.clock), world.clock),
            new Seats(world.work, world.clock),
            world.support,
            door);

    TokenScene() {
        sql("insert into member (tenant_id, subject, role) values (?, 'owner', 'OWNER')");
    }

    private Optional<Standing.Known> provider(TenantId tenant, Subject subject) throws Unreachable {
        asked++;
        if (away) {
            throw new Unreachable("away");
        }
        return tenant.equals(acme) && known.contains(subject)
                ? Optional.of(new Standing.Known("acme", subject.value(), subject.value() + " by name"))
                : Optional.empty();
    }

    void pass(Duration time) {
        nanos += time.toNanos();
        world.clock.move(time);
    }

    PersonalTokens.Made make(Viewer viewer, Permission... permissions) {
        return make(viewer, 90, permissions);
    }

    PersonalTokens.Made make(Viewer viewer, int days, Permission... permissions) {
        return world.inTenant(
                viewer, () -> world.tokens.make(viewer, new TokenWish(new Name("Backup"), Set.of(permissions), days)));
    }

    void takeBack(Viewer viewer, PersonalTokens.Made made) {
        world.work.run(
                viewer.tenant(),
                () -> world.tokens.takeBack(viewer, made.token().id()));
    }

    boolean admits(String token) {
        return door.check(token) instanceof Answer.Admitted;
    }

    Person person(PersonalTokens.Made made) {
        return ((Answer.Admitted) door.check(made.text().reveal())).person();
    }

    <T> T visit(PersonalTokens.Made made, Function<Visit, T> work) {
        return visits.as(person(made), "acme", work);
    }

    /** @param text with the tenant as its only parameter */
    void sql(String text) {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var statement = connection.prepareStatement(text)) {
            statement.setObject(1, acme.value());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
