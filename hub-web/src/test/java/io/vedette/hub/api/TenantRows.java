package io.vedette.hub.api;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything that the database holds of a tenant, short enough to compare: whether anything was changed, and in which table. */
final class TenantRows {
    private static final String TABLES = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
             where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
             order by c.relname""";

    /**
     * Without what is written down half a minute after it was over, by somebody else's doing: what was shown to whom. That moves the
     * places of other rows in the chain, and its head.
     */
    private static final String DEEDS =
            "(select tenant_id, actor_id, action, subject_id, detail from audit_entry where action not in ('replayed', 'live.ended'))";

    private TenantRows() {}

    /** A line for each table that has rows of tenants: how many there are of this one, and the sum of what they say. */
    static List<String> sums(DatabaseSettings settings, TenantId tenant) {
        try (var connection = TestDatabase.unlocked(settings).getConnection();
                var tables = connection.prepareStatement(TABLES);
                var names = tables.executeQuery()) {
            List<String> sums = new ArrayList<>();
            while (names.next()) {
                String table = names.getString(1);
                if (!table.equals("audit_head")) {
                    sums.add(table + ": " + sum(connection, counted(table), tenant));
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String counted(String table) {
        return switch (table) {
            case "audit_entry" -> DEEDS;
            // without those that wait for the sweep, which comes when it comes
            case "camera", "site" -> "(select * from " + table + " where deleted_at is null)";
            default -> table;
        };
    }

    /** Who owns which tenant. */
    static String owners(DatabaseSettings settings) throws SQLException {
        try (var connection = TestDatabase.unlocked(settings).getConnection();
                var statement = connection.prepareStatement(
                        "select string_agg(tenant_id || ' ' || subject, ', ' order by tenant_id, subject) from member where role = 'OWNER'");
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** A statement in a tenant: what a row sets off works as the tables' owner, for one tenant. */
    static void change(DatabaseSettings settings, TenantId tenant, String text, Object... values) throws SQLException {
        try (var connection = TestDatabase.unlocked(settings).getConnection();
                var bound = connection.prepareStatement("select set_config('vedette.tenant', ?, false)");
                var statement = connection.prepareStatement(text)) {
            bound.setString(1, tenant.toString());
            bound.execute();
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** The tables in which a row of any tenant says this. */
    static List<String> tablesWith(DatabaseSettings settings, String text) {
        try (var connection = TestDatabase.unlocked(settings).getConnection();
                var tables = connection.prepareStatement(TABLES);
                var names = tables.executeQuery()) {
            List<String> with = new ArrayList<>();
            while (names.next()) {
                try (var rows = connection.prepareStatement(
                        "select 1 from " + names.getString(1) + " t where strpos(t::text, ?) > 0 limit 1")) {
                    rows.setString(1, text);
                    if (rows.executeQuery().next()) {
                        with.add(names.getString(1));
                    }
                }
            }
            return with;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sum(Connection connection, String table, TenantId tenant) throws SQLException {
        try (var rows = connection.prepareStatement(
                "select count(*) || ' ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) from " + table
                        + " t where tenant_id = ?")) {
            rows.setObject(1, tenant.value());
            try (var sum = rows.executeQuery()) {
                sum.next();
                return sum.getString(1);
            }
        }
    }
}
