package io.vedette.bench.first;

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
 * The demo's tenant acme, grown large.
 *
 * @param cameras those that were added, in the order of their names
 */
record BigTenant(String slug, TenantId tenant, List<CameraId> cameras) {
    static final String WORDS =
            "1,000 cameras in 20 sites and 100 groups, 100,000 recordings of 30 days, 3 groups granted to the guard";

    private static final String SITES =
            "insert into site (tenant_id, id, name, time_zone) select ?::uuid, uuidv7(), 'Site ' || to_char(n, 'FM00'), "
                    + "'Europe/Berlin' from generate_series(1, 20) n";
    private static final String GROUPS =
            "insert into camera_group (tenant_id, id, site_id, name) select ?::uuid, uuidv7(), id, name || ', part ' || n "
                    + "from site, generate_series(1, 5) n where name like 'Site %'";
    private static final String CAMERAS = "insert into camera (tenant_id, id, site_id, group_id, name) "
            + "select ?::uuid, uuidv7(), site_id, id, name || ', camera ' || n "
            + "from camera_group, generate_series(1, 10) n where name like 'Site %'";
    private static final String RECORDINGS = """
            insert into recording (tenant_id, camera_id, started_at, id, agent_id, duration_ms, bytes, sha256, mime, width, height,
                                   cut, place, thumbnail, received_at)
            select ?::uuid, camera.id, at, uuidv7(), camera.id, 12000, 3000000, repeat('0', 64), 'video/mp4', 1280, 720,
                   false, case when n % 2 = 0 then 'VAULT' else 'EDGE' end, false, at
            from (select id, row_number() over (order by name) - 1 as place from camera where name like 'Site %') camera,
                 generate_series(0, 99) n,
                 lateral (select now() - interval '7 hours 12 minutes' * n - interval '1 second' * camera.place as at)
            """;
    private static final String GRANTS =
            "insert into access_grant (tenant_id, id, subject, group_id, actions, reason, given_by, given_at) "
                    + "select ?::uuid, uuidv7(), ?, id, array['LIVE', 'REPLAY'], 'bench', ?, now() "
                    + "from camera_group where name like 'Site 0_, part 1' order by name limit 3";

    static BigTenant in(Stack stack) {
        TenantId tenant = stack.tenant("acme");
        try (Connection connection = stack.databaseOwner().connect()) {
            connection.setAutoCommit(false);
            Rows.as(connection, tenant);
            Rows.run(connection, "select make_partitions((now() - interval '31 days')::date, 2)");
            for (String sql : List.of(SITES, GROUPS, CAMERAS, RECORDINGS)) {
                Rows.run(connection, sql, tenant.toString());
            }
            Rows.run(
                    connection,
                    GRANTS,
                    tenant.toString(),
                    stack.account("guard").subject().toString(),
                    stack.account("owner").subject().toString());
            List<CameraId> cameras = cameras(connection);
            connection.commit();
            connection.setAutoCommit(true);
            Rows.run(connection, "analyze"); // as a running system's own upkeep would have
            return new BigTenant("acme", tenant, cameras);
        } catch (SQLException e) {
            throw new StackFailed("The bench's data was refused: " + e.getMessage(), e);
        }
    }

    private static List<CameraId> cameras(Connection connection) throws SQLException {
        List<CameraId> all = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select id from camera where name like 'Site %' order by name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(CameraId.of(rows.getString(1)));
            }
        }
        return all;
    }

    String path(String rest) {
        return "/t/" + slug + rest;
    }
}
