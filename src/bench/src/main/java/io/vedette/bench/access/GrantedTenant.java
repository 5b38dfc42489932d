package io.vedette.bench.access;

import io.vedette.bench.hub.Rows;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.stack.Stack;
import io.vedette.stack.words.StackFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo's tenant acme with some 10,000 cameras, of which its guard is given some in every way there is.
 *
 * @param watched cameras that the guard is given by one grant of their own, {@code watching}
 */
record GrantedTenant(TenantId tenant, String guard, String watching, List<CameraId> watched) {
    static final String WORDS =
            "10,050 cameras in 21 sites and 201 groups, half of them nested; 200 grants of the guard: 118 of one camera, 41 of a"
                    + " group, 2 of a site, 8 of a tag, 10 at some hours, 20 passed on by somebody else, one of a team";

    private static final List<String> PLACES = List.of("""
            insert into site (tenant_id, id, name, time_zone) select ?::uuid, uuidv7(), 'Site ' || to_char(n, 'FM00'), 'Europe/Berlin'
            from generate_series(1, 20) n""", """
            insert into site (tenant_id, id, name, time_zone) values (?::uuid, uuidv7(), 'Watched', 'Europe/Berlin')""", """
            insert into camera_group (tenant_id, id, site_id, name) select ?::uuid, uuidv7(), id, 'Watched' from site where name = 'Watched'""", """
            insert into camera (tenant_id, id, site_id, group_id, name) select ?::uuid, uuidv7(), site_id, id, 'Watched, camera ' || n
            from camera_group, generate_series(1, 50) n where name = 'Watched'""", """
            insert into camera_group (tenant_id, id, site_id, name) select ?::uuid, uuidv7(), id, name || ', part ' || n
            from site, generate_series(1, 5) n where name like 'Site %'""", """
            insert into camera_group (tenant_id, id, site_id, parent_id, name)
            select ?::uuid, uuidv7(), site_id, id, name || ', within' from camera_group where name like 'Site %'""", """
            insert into camera (tenant_id, id, site_id, group_id, name) select ?::uuid, uuidv7(), site_id, id, name || ', camera ' || n
            from camera_group, generate_series(1, 50) n where name like 'Site %'""", """
            insert into camera_tag (tenant_id, camera_id, tag)
            select ?::uuid, id, 'tag-' || row_number() over (order by id) % 100 from camera where name like 'Site %'""");

    private static final String INTO =
            "insert into access_grant (tenant_id, id, subject, given_by, given_at, reason, actions, passable, ";
    private static final String VALUES =
            " select ?::uuid, uuidv7(), ?, 'bench', now(), 'bench', array['LIVE', 'REPLAY'], true, ";
    /** Spread over all sites, the same in every run but for the ids. */
    private static final String SPREAD = " order by md5(name)";

    private static final List<String> GRANTS = List.of(
            INTO + "camera_id)" + VALUES + "id from camera where name like 'Site %'" + SPREAD + " limit 118",
            INTO + "group_id)" + VALUES + "id from camera_group where name like 'Site %'" + SPREAD + " limit 40",
            INTO + "group_id)" + VALUES + "id from camera_group where name = 'Watched'",
            INTO + "site_id)" + VALUES + "id from site where name like 'Site %'" + SPREAD + " limit 2",
            INTO + "tag)" + VALUES + "'tag-' || n from generate_series(1, 8) n",
            INTO + "camera_id, hours, zone)" + VALUES
                    + "id, array[0, 10080], 'Europe/Berlin' from camera where name like 'Site %' order by md5(name || 'h') limit 10");
    private static final String ABOVE = INTO + "group_id)" + VALUES
            + "id from camera_group where name like 'Site %' order by md5(name || 'p') limit 20";
    private static final String PASSED = """
            with part as (
              select above.id above, (select id from camera where group_id = above.group_id order by name limit 1) camera, uuidv7() id
              from access_grant above where above.subject = 'bench-passes-on')
            insert into access_grant (tenant_id, id, subject, given_by, given_at, reason, actions, under, line, camera_id)
            select ?::uuid, id, ?, 'bench-passes-on', now(), 'bench', array['LIVE'], above, array[above, id], camera from part""";
    private static final List<String> TEAM = List.of(
            "insert into team (tenant_id, id, name) values (?::uuid, uuidv7(), 'Bench')",
            "insert into team_member (tenant_id, team_id, subject) select ?::uuid, id, ? from team where name = 'Bench'",
            "insert into access_grant (tenant_id, id, team_id, group_id, given_by, given_at, actions) select ?::uuid, uuidv7(), team.id,"
                    + " camera_group.id, 'bench', now(), array['LIVE', 'REPLAY'] from team, camera_group where team.name = 'Bench'"
                    + " and camera_group.name = 'Site 07, part 3' limit 1");

    static GrantedTenant in(Stack stack) {
        TenantId tenant = stack.tenant("acme");
        String guard = stack.account("guard").subject().toString();
        try (Connection connection = stack.databaseOwner().connect()) {
            connection.setAutoCommit(false);
            Rows.as(connection, tenant);
            for (String sql : PLACES) {
                Rows.run(connection, sql, tenant.toString());
            }
            Rows.run(connection, "delete from access_grant where subject = ?", guard); // the demo's own
            for (String sql : GRANTS) {
                Rows.run(connection, sql, tenant.toString(), guard);
            }
            Rows.run(connection, ABOVE, tenant.toString(), "bench-passes-on");
            Rows.run(connection, PASSED, tenant.toString(), guard);
            Rows.run(connection, TEAM.get(0), tenant.toString());
            Rows.run(connection, TEAM.get(1), tenant.toString(), guard);
            Rows.run(connection, TEAM.get(2), tenant.toString());
            expectGrants(connection, guard);
            String watching = one(connection, """
                    select given.id from access_grant given join camera_group g on g.id = given.group_id
                    where given.subject = ? and g.name = 'Watched'""", guard).getFirst();
            List<CameraId> watched =
                    one(connection, """
                    select c.id from camera c join access_grant given on given.group_id = c.group_id where given.id = ?::uuid
                    order by c.name""", watching).stream().map(CameraId::of).toList();
            connection.commit();
            connection.setAutoCommit(true);
            Rows.run(connection, "analyze"); // as a running system's own upkeep would have
            return new GrantedTenant(tenant, guard, watching, watched);
        } catch (SQLException e) {
            throw new StackFailed("The bench's data was refused: " + e.getMessage(), e);
        }
    }

    private static void expectGrants(Connection connection, String guard) throws SQLException {
        String held = one(connection, """
                select count(*) from access_grant where subject = ? or team_id is not null""", guard).getFirst();
        if (!held.equals("200")) {
            throw new StackFailed("The guard holds " + held + " grants instead of 200.");
        }
    }

    private static List<String> one(Connection connection, String sql, String value) throws SQLException {
        List<String> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        }
        return all;
    }
}
