package io.vedette.hub.api;

import io.vedette.contracts.id.Uuids;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.cameras.SiteId;
import java.sql.SQLException;
import java.util.UUID;

/** Something of many a kind in a tenant, each time anew, written straight into its rows. */
final class MatrixRows {
    private final HubWorld world;
    private final Viewer owner;

    MatrixRows(HubWorld world, Viewer owner) {
        this.world = world;
        this.owner = owner;
    }

    /** A member with a role, so that they are known while nobody can be listed. */
    String somebody(boolean suspended) {
        String subject = Uuids.fresh().toString();
        UUID tenant = owner.tenant().value();
        try {
            sql("insert into member (tenant_id, subject, role) values (?, ?, 'VIEWER')", tenant, subject);
            if (suspended) {
                sql(
                        "insert into kept_out (tenant_id, subject, why, since) values (?, ?, 'SUSPENDED', now())",
                        tenant,
                        subject);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return subject;
    }

    UUID invitation() {
        UUID id = Uuids.fresh();
        try {
            sql(
                    "insert into invitation (tenant_id, id, email, role, invited_by, invited_at, until)"
                            + " values (?, ?, ?, 'VIEWER', 'owner', now(), now() + interval '1 day')",
                    owner.tenant().value(),
                    id,
                    id + "@elsewhere.example");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** One that is off and leads nowhere. Those of earlier questions go. */
    UUID integration() {
        UUID id = Uuids.fresh();
        try {
            sql("delete from integration where tenant_id = ?", owner.tenant().value());
            sql(
                    "insert into integration (tenant_id, id, name, kind, leads_to, settings, enabled, rests_until, made_at)"
                            + " values (?, ?, ?, 'WEBHOOK', 'nowhere', '\\x00', false, now(), now())",
                    owner.tenant().value(),
                    id,
                    "Hook " + id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** A script's. Those of earlier questions go, as there are only so many. */
    UUID vaultAccount(SiteId site) {
        UUID id = Uuids.fresh();
        try {
            sql("delete from vault_account where tenant_id = ?", owner.tenant().value());
            sql(
                    "insert into vault_account (tenant_id, id, name, kind, hash, site_id, most_cameras, made_at, sent_day)"
                            + " values (?, ?, ?, 'SCRIPT', decode(repeat('00', 32), 'hex'), ?, 1, now(), current_date)",
                    owner.tenant().value(),
                    id,
                    "Keys " + id,
                    site.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** A comparison that has ended. Those of earlier questions go, so that one can be begun. */
    UUID comparison() {
        UUID id = Uuids.fresh();
        try {
            sql("delete from reconcile_run where tenant_id = ?", owner.tenant().value());
            sql(
                    "insert into reconcile_run (tenant_id, id, place_name, reading, state, held_until, begun_at)"
                            + " values (?, ?, '', false, 'DONE', now(), now())",
                    owner.tenant().value(),
                    id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** Of everything, for the longest time there is. Those of earlier questions go: there may be one. */
    UUID edgeVault(SiteId site) {
        try {
            sql("delete from agent where site_id = ?", site.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return TestAgents.pairVault(world.work, owner.tenant(), site).agent().value();
    }

    UUID rule() {
        UUID id = Uuids.fresh();
        try {
            sql("delete from retention_rule where tenant_id = ?", owner.tenant().value());
            sql(
                    "insert into retention_rule (tenant_id, id, days, endless, changed_at) values (?, ?, 3650, false, now())",
                    owner.tenant().value(),
                    id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** At an address where nobody answers. Those of earlier questions go: there may be twenty. */
    UUID provider() {
        UUID id = Uuids.fresh();
        try {
            sql(
                    "delete from storage_provider where tenant_id = ?",
                    owner.tenant().value());
            sql(
                    "insert into storage_provider (tenant_id, id, name, kind, endpoint, region, container, prefix, path_style,"
                            + " checksums, account, secret, made_at)"
                            + " values (?, ?, ?, 'S3', 'http://127.0.0.1:1', 'us-east-1', 'footage', '', true, true, 'a', '\\x00', now())",
                    owner.tenant().value(),
                    id,
                    "Place " + id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    UUID someonesToken() {
        UUID id = Uuids.fresh();
        try {
            sql(
                    "insert into personal_token (tenant_id, id, subject, name, hash, permissions, made_at, until)"
                            + " values (?, ?, 'somebody', 'Backup', ?, '{LIVE}', now(), now() + interval '1 day')",
                    owner.tenant().value(),
                    id,
                    new byte[32]);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private void sql(String text, Object... values) throws SQLException {
        TenantRows.change(world.settings, owner.tenant(), text, values);
    }
}
