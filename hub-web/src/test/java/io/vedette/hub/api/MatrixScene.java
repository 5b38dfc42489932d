package io.vedette.hub.api;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.RoleNews;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Something of every kind in a tenant, for one camera, and a walker who is given it in one way or another. */
final class MatrixScene {
    static final String WALKER = "walker";
    private static final Subject WALKING = new Subject(WALKER);

    final RunningHub hub;
    private final HubWorld world;
    private final Viewer owner;
    private final String slug;
    final SiteId site;
    final GroupId group;
    final CameraId camera;
    final UUID recording = Uuids.fresh();
    private final Instant startedAt = Instant.parse("2026-11-20T11:00:00Z");
    private UUID agent = new UUID(0, 0);
    private Optional<GrantId> walkers = Optional.empty();
    private String walkersRole = "VIEWER";
    private final Roles roles;
    private final MatrixRows fresh;

    MatrixScene(RunningHub hub) throws IOException, SQLException {
        this(hub, hub.world.owner, "acme");
    }

    /** The same in another tenant, where {@code owner} owns. */
    MatrixScene(RunningHub hub, Viewer owner, String slug) throws IOException, SQLException {
        this.hub = hub;
        this.world = hub.world;
        this.owner = owner;
        this.slug = slug;
        site = world.site(owner, "Matrix site");
        group = world.group(owner, site, "Matrix group");
        roles = new Roles(world.work, new RoleNews());
        fresh = new MatrixRows(world, owner);
        camera = world.camera(owner, site, Optional.of(group), "Matrix camera");
        anAgent();
        sql(
                "insert into member (tenant_id, subject, role) values (?, 'owner-of-globex', 'OWNER') on conflict do nothing",
                world.stranger.tenant().value());
        byte[] bytes = new byte[1000];
        sql(
                "insert into recording (tenant_id, camera_id, started_at, id, agent_id, duration_ms, bytes, sha256, mime, width,"
                        + " height, cut, place, thumbnail, received_at)"
                        + " values (?, ?, ?, ?, ?, 1000, 1000, ?, 'video/mp4', 64, 48, false, 'VAULT', true, now())",
                owner.tenant().value(),
                camera.value(),
                Timestamp.from(startedAt),
                recording,
                agent,
                "00".repeat(32));
        var store = FileSystemBlobStore.open(hub.hub.vault.resolve("blobs"), Clock.systemUTC());
        var id = new io.vedette.contracts.id.RecordingId(recording);
        for (BlobKey key : List.of(
                BlobKey.recording(owner.tenant(), camera, startedAt, id),
                BlobKey.thumbnail(owner.tenant(), camera, startedAt, id))) {
            store.put(key, new ByteArrayInputStream(bytes), new BlobSpec(bytes.length, Sha256.of(bytes), BlobSpec.MP4));
        }
    }

    /** How the walker stands towards the camera. */
    enum Standing {
        UNGRANTED,
        GRANTED,
        /** In another way than asked. */
        OTHERWISE,
        EXPIRED,
        NOT_YET,
        OUTSIDE_HOURS,
        REVOKED,
        /** Granted, to somebody whose role does not allow it. */
        BELOW_CEILING,
        /** Granted, to somebody whose role does not count now. */
        ROLE_CLOSED
    }

    void stand(Standing standing, Action asked) {
        walkers.ifPresent(grant -> world.work.run(owner.tenant(), () -> endIfThere(grant)));
        walkers = Optional.empty();
        walkersRole = "VIEWER";
        Instant now = Instant.now();
        switch (standing) {
            case UNGRANTED -> {}
            case GRANTED -> give(terms(asked, Optional.empty(), Optional.empty(), Optional.empty()));
            case OTHERWISE -> give(terms(other(asked), Optional.empty(), Optional.empty(), Optional.empty()));
            case EXPIRED -> {
                give(terms(asked, Optional.empty(), Optional.of(now.plusSeconds(3600)), Optional.empty()));
                over(now.minusSeconds(1));
            }
            case NOT_YET ->
                give(terms(asked, Optional.of(now.plus(Duration.ofHours(1))), Optional.empty(), Optional.empty()));
            case OUTSIDE_HOURS -> give(terms(asked, Optional.empty(), Optional.empty(), Optional.of(elsewhen(now))));
            case REVOKED -> {
                give(terms(asked, Optional.empty(), Optional.empty(), Optional.empty()));
                world.work.run(owner.tenant(), () -> world.grants.takeBack(owner, walkers.orElseThrow()));
                walkers = Optional.empty();
            }
            case BELOW_CEILING -> {
                give(terms(asked, Optional.empty(), Optional.empty(), Optional.empty()));
                walkersRole = role(Set.of(Permission.valueOf(other(asked).name())), Optional.empty());
            }
            case ROLE_CLOSED -> {
                give(terms(asked, Optional.empty(), Optional.empty(), Optional.empty()));
                walkersRole = role(Role.ADMIN.permissions(), Optional.of(elsewhen(now)));
            }
        }
        comesBack(WALKING, walkersRole);
    }

    /** The walker has a role of the tenant's own that allows this, and no grant. */
    void walkerMay(Set<Permission> permissions) {
        stand(Standing.UNGRANTED, Action.LIVE);
        walkersRole = role(permissions, Optional.empty());
        comesBack(WALKING, walkersRole);
    }

    /** @param role a standard one, or the id of one that the tenant made */
    void appoint(Subject subject, String role) {
        RoleKey key = new RoleKey(role);
        try {
            sql(
                    "insert into member (tenant_id, subject, role, custom_role) values (?, ?, ?, ?)"
                            + " on conflict (tenant_id, subject) do update set role = excluded.role, custom_role = excluded.custom_role",
                    owner.tenant().value(),
                    subject.value(),
                    key.standard().orElse("CUSTOM"),
                    key.custom().orElse(null));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void endIfThere(GrantId grant) {
        if (world.grants.all(owner).stream().anyMatch(one -> one.id().equals(grant))) {
            world.grants.takeBack(owner, grant);
        }
    }

    /** For the next question: whoever leaves is kept out and has no role any more. */
    void comesBack(Subject subject, String role) {
        try {
            sql("delete from kept_out where subject = ?", subject.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        appoint(subject, role);
    }

    private String role(Set<Permission> permissions, Optional<WeeklyHours> hours) {
        world.work.run(
                owner.tenant(),
                () -> roles.custom(owner.tenant()).stream()
                        .map(CustomRole::key)
                        .filter(key -> !key.value().equals(walkersRole))
                        .forEach(key -> roles.remove(owner, key)));
        var wish = new RoleWish(new Name("Role " + UUID.randomUUID()), permissions, hours);
        return world.inTenant(owner, () -> roles.make(owner, wish).key().value());
    }

    private static Action other(Action asked) {
        return asked == Action.LIVE ? Action.REPLAY : Action.LIVE;
    }

    /** A day of the week that is not today, nor yesterday or tomorrow. */
    private static WeeklyHours elsewhen(Instant now) {
        DayOfWeek day = now.atZone(ZoneOffset.UTC).getDayOfWeek().plus(3);
        return WeeklyHours.of(java.time.ZoneId.of("UTC"), EnumSet.of(day), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    private static GrantTerms terms(
            Action action, Optional<Instant> from, Optional<Instant> until, Optional<WeeklyHours> hours) {
        return new GrantTerms(Set.of(action), from, until, hours, true, "");
    }

    private void give(GrantTerms terms) {
        walkers = Optional.of(give(new Holder.Person(WALKING), terms));
    }

    private GrantId give(Holder holder, GrantTerms terms) {
        GrantId id = GrantId.fresh();
        world.inTenant(
                owner, () -> world.grants.give(owner, id, GrantWish.of(holder, new Selector.OneCamera(camera), terms)));
        return id;
    }

    private void over(Instant end) {
        try {
            sql(
                    "update access_grant set until = ? where id = ?",
                    Timestamp.from(end),
                    walkers.orElseThrow().value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address with something fresh of every kind it names: asking may use things up. */
    String fill(String text) {
        String filled = text.replace("{tenant}", slug)
                .replace("{site}", site.toString())
                .replace("{group}", group.toString())
                .replace("{camera}", camera.toString())
                .replace("{recording}", recording.toString())
                .replace("{quota}", "cameras")
                .replace("{side}", "vault")
                .replace("{name}", text.contains("/swagger/") ? "index.html" : "base.css");
        if (filled.contains("{tag}")) {
            world.work.run(owner.tenant(), () -> world.tags.put(owner, camera, Set.of(new Tag("matrix"))));
            filled = filled.replace("{tag}", "matrix");
        }
        if (filled.contains("{grant}")) {
            filled = filled.replace("{grant}", someonesGrant().toString());
        }
        if (filled.contains("{role}")) {
            filled = filled.replace("{role}", role(Set.of(Permission.LIVE), Optional.empty()));
        }
        if (filled.contains("{account}")) {
            filled = filled.replace("{account}", fresh.somebody(filled.endsWith("/suspension")));
        }
        if (filled.contains("{member}")) {
            filled = filled.replace("{member}", fresh.somebody(false));
        }
        if (filled.contains("{suspended}")) {
            filled = filled.replace("{suspended}", fresh.somebody(true));
        }
        if (filled.contains("{invitation}")) {
            filled = filled.replace("{invitation}", fresh.invitation().toString());
        }
        if (filled.contains("{token}")) {
            filled = filled.replace("{token}", fresh.someonesToken().toString());
        }
        if (filled.contains("{run}")) {
            filled = filled.replace("{run}", fresh.comparison().toString());
        }
        if (filled.contains("{rule}")) {
            filled = filled.replace("{rule}", fresh.rule().toString());
        }
        if (filled.contains("{integration}")) {
            filled = filled.replace("{integration}", fresh.integration().toString());
        }
        if (filled.contains("{vaultAccount}")) {
            filled = filled.replace("{vaultAccount}", fresh.vaultAccount(site).toString());
        }
        if (filled.contains("{provider}")) {
            filled = filled.replace("{provider}", fresh.provider().toString());
        }
        if (filled.contains("{team}")) {
            filled = filled.replace("{team}", team().toString());
        }
        if (filled.contains("{span}")) {
            filled = filled.replace("{span}", span().toString());
        }
        if (filled.contains("{upload}")) {
            filled = filled.replace("{upload}", upload().toString());
        }
        if (filled.contains("/edge-vault")) {
            UUID vault = fresh.edgeVault(site); // without one there is none to be seen
            filled = filled.replace("{vault}", vault.toString());
        }
        if (filled.contains("{agent}") || filled.endsWith("/agent")) {
            filled = filled.replace("{agent}", anAgent().toString());
        }
        return filled;
    }

    private GrantId someonesGrant() {
        return give(
                new Holder.Person(new Subject("somebody")),
                terms(Action.LIVE, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private TeamId team() {
        TeamId id = TeamId.fresh();
        world.inTenant(owner, () -> world.teams.make(owner, id, new Name("Team " + id)));
        return id;
    }

    private UUID upload() {
        UUID id = Uuids.fresh();
        try {
            sql("delete from upload where recording_id = ?", recording);
            sql(
                    "insert into upload (tenant_id, id, camera_id, recording_id, recording_started_at, agent_id, requested_at, state,"
                            + " bytes, changed_at) values (?, ?, ?, ?, ?, ?, now(), 'REQUESTED', 1000, now())",
                    owner.tenant().value(),
                    id,
                    camera.value(),
                    recording,
                    Timestamp.from(startedAt),
                    agent);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** Somebody's, with one recording of the camera on its way. */
    private UUID span() {
        UUID id = Uuids.fresh();
        try {
            sql(
                    "insert into asked_span (tenant_id, id, requested_by, request_id, content, requested_at, from_at, to_at, priority,"
                            + " cameras, denied, empty, asked, here, under_way, lost)"
                            + " values (?, ?, 'somebody', ?, ?, now(), ?, ?, 1, 1, 0, 0, 1, 0, 0, 0)",
                    owner.tenant().value(),
                    id,
                    Uuids.fresh(),
                    "00".repeat(32),
                    Timestamp.from(startedAt),
                    Timestamp.from(startedAt.plusSeconds(60)));
            sql("update upload set span_id = ? where id = ?", id, upload());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private UUID anAgent() {
        try {
            sql("update agent set revoked_at = now() where camera_id = ? and revoked_at is null", camera.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        agent = TestAgents.pair(world.work, owner.tenant(), camera).agent().value();
        return agent;
    }

    /** All rows of the owner's tenant, a sum for each table. */
    List<String> rows() {
        return TenantRows.sums(world.settings, owner.tenant());
    }

    private void sql(String text, Object... values) throws SQLException {
        TenantRows.change(world.settings, owner.tenant(), text, values);
    }
}
