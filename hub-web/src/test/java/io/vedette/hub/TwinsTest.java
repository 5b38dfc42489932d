package io.vedette.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.tokens.TokenWish;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is called alike in two tenants: neither learns of the other by a name that would be taken. */
class TwinsTest {
    private static final String TAKEN = "Night shift";

    private final HubWorld world = new HubWorld();
    private final SiteId acmes = world.site(world.owner, "Yard");
    private final SiteId globexes = world.site(world.stranger, "Yard");

    /** What a tenant names; {@code hadOnce} when it is refused to the same tenant a second time. */
    private enum Thing {
        SITE(false),
        GROUP(false),
        CAMERA(false),
        TAG(false),
        TEAM(true),
        ROLE(true),
        INVITATION(false),
        TOKEN(false);

        private final boolean hadOnce;

        Thing(boolean hadOnce) {
            this.hadOnce = hadOnce;
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void aNameThatAnotherTenantHasIsTakenAsAFreshOneIs(Thing thing) {
        named(world.owner, thing, TAKEN);

        named(world.stranger, thing, "Day shift");
        named(world.stranger, thing, TAKEN);

        if (thing.hadOnce) {
            assertThatThrownBy(() -> named(world.stranger, thing, TAKEN))
                    .as("the rule that the other tenant would meet is there")
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(Problem.CONFLICT));
        } else {
            named(world.stranger, thing, TAKEN);
        }
    }

    @Test
    void everyRuleOfOneRowOnlyIsATenantsOwn() throws SQLException {
        List<String> shared = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        unique((table, columns) -> {
            seen.add(table);
            if (!List.of(columns.split(",")).contains("tenant_id")) {
                shared.add(table + "(" + columns + ")");
            }
        });

        assertThat(seen)
                .contains("team", "custom_role", "invitation", "site", "camera_group", "camera", "personal_token");
        assertThat(shared)
                .as("those of the organisations themselves, which whoever runs the hub names")
                .containsExactlyInAnyOrder("tenant(id)", "tenant(slug)");
    }

    private void unique(BiConsumer<String, String> each) throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select t.relname, string_agg(a.attname, ',' order by a.attnum)
                        from pg_index i
                        join pg_class t on t.oid = i.indrelid
                        join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
                        where i.indisunique and t.relname not like 'flyway%'
                        group by t.relname, i.indexrelid
                        """)) {
            while (rows.next()) {
                each.accept(rows.getString(1), rows.getString(2));
            }
        }
    }

    private void named(Viewer viewer, Thing thing, String name) {
        SiteId site = viewer.equals(world.owner) ? acmes : globexes;
        switch (thing) {
            case SITE -> world.site(viewer, name);
            case GROUP -> world.group(viewer, site, name);
            case CAMERA -> world.camera(viewer, site, Optional.empty(), name);
            case TAG -> tag(viewer, site, name);
            case TEAM -> in(viewer, () -> world.teams.make(viewer, TeamId.fresh(), new Name(name)));
            case ROLE ->
                in(
                        viewer,
                        () -> world.roles.make(
                                viewer, new RoleWish(new Name(name), Set.of(Permission.LIVE), Optional.empty())));
            case INVITATION ->
                in(
                        viewer,
                        () -> new Invitations(world.work, world.clock)
                                .invite(viewer, InvitationId.fresh(), address(name), Role.VIEWER, 7));
            case TOKEN ->
                in(viewer, () -> world.tokens.make(viewer, new TokenWish(new Name(name), Set.of(Permission.LIVE), 7)));
        }
    }

    private void tag(Viewer viewer, SiteId site, String name) {
        CameraId camera = world.camera(viewer, site, Optional.empty(), "Gate");
        in(
                viewer,
                () -> world.tags.put(
                        viewer,
                        camera,
                        Set.of(new Tag(name.toLowerCase(Locale.ROOT).replace(' ', '-')))));
    }

    private static Email address(String name) {
        return new Email(name.replace(' ', '.') + "@example.org");
    }

    private void in(Viewer viewer, Runnable deed) {
        world.work.run(viewer.tenant(), deed);
    }
}
