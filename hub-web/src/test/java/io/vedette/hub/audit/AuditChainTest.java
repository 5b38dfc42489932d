package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.audit.Verdict.Broken;
import io.vedette.hub.audit.Verdict.Damage;
import io.vedette.hub.audit.Verdict.Whole;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that nobody can change unseen: what the hub's role may do, and what is found when the database's owner does more. */
class AuditChainTest {
    private static final String HOSTILE = "=1+1\r\n\"';--</script>\u202e\0\ud800" + "x".repeat(10_000);
    private static final HubWorld WORLD = new HubWorld(AuditEntry.class, AuditHead.class);
    private static final AuditLog LOG = new AuditLog(WORLD.work);
    private static final VerifyChain VERIFY = new VerifyChain(WORLD.work, LOG);

    private TenantId tenant = TenantId.fresh();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = TenantId.fresh();
        TestDatabase.addTenant(
                WORLD.settings, tenant.value(), "t" + tenant.value().toString().replace("-", ""));
    }

    private static void note(TenantId tenant, String name) {
        WORLD.work.run(tenant, () -> {
            WORLD.work.by(new Doer(Doer.Kind.PERSON, "guard", name, "192.0.2.7"));
            WORLD.work.note(Deed.ofCamera(DeedKind.LIVE_ENDED, Uuids.fresh())
                    .span(Instant.parse("2026-11-20T12:00:00.123456789Z"), Instant.parse("2026-11-20T12:03:20Z"))
                    .with("reason", name));
        });
    }

    private void notes(int count) {
        for (int i = 1; i <= count; i++) {
            note(tenant, "Guard " + i);
        }
    }

    private Verdict verify(Link... published) {
        return VERIFY.verify(tenant, List.of(published));
    }

    private Link head() {
        return WORLD.work.as(tenant, () -> LOG.head(tenant));
    }

    @FunctionalInterface
    private interface Sql {
        void with(Statement statement) throws SQLException;
    }

    /** As somebody whom neither grants nor row security bind. */
    private void damage(String... statements) {
        sql(TestDatabase.unlocked(WORLD.settings), statement -> {
            statement.execute("select set_config('vedette.tenant', '" + tenant.value() + "', false)");
            for (String text : statements) {
                assertThat(statement.executeUpdate(text.replace("$tenant", "'" + tenant.value() + "'")))
                        .as(text)
                        .isNotNegative();
            }
        });
    }

    private static void sql(javax.sql.DataSource source, Sql work) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(verify()).isEqualTo(new Whole(Link.BEGIN));
    }

    @Test
    void whatWasWrittenIsWholeAndNumberedFromOne() {
        notes(5);

        assertThat(verify()).isEqualTo(new Whole(head()));
        assertThat(head().seq()).isEqualTo(5);
        assertThat(WORLD.work.as(tenant, () -> LOG.following(tenant, 0, 100, 100)))
                .extracting(AuditEntry::seq)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aStrangeNameIsKeptAndHashedAlikeByTheDatabaseAndTheHub() {
        note(tenant, HOSTILE);
        note(tenant, "Grüße, 警衛 🎥 ,5:");

        assertThat(verify()).isInstanceOf(Whole.class);
        AuditEntry row =
                WORLD.work.as(tenant, () -> LOG.following(tenant, 0, 1, 1)).getFirst();
        assertThat(row.actorName()).startsWith("=1+1\r\n").endsWith("x…").hasSizeLessThan(400);
    }

    @Test
    void whatIsRolledBackLeavesNoRowAndNoGap() {
        notes(1);
        assertThatThrownBy(() -> WORLD.work.run(tenant, () -> {
                    WORLD.work.note(Deed.of(DeedKind.SITE_ADDED, "site", "1", "Depot"));
                    throw new IllegalStateException("not after all");
                }))
                .hasMessage("not after all");
        notes(1);

        assertThat(head().seq()).isEqualTo(2);
        assertThat(verify()).isInstanceOf(Whole.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant_id = '00000000-0000-7000-8000-000000000001'",
                "at = at + interval '1 microsecond'",
                "actor_kind = 'HUB'",
                "actor_id = 'owner'",
                "actor_name = 'Owner'",
                "action = 'login'",
                "subject_kind = 'site'",
                "subject_id = '1'",
                "subject_name = 'Gate'",
                "camera_id = null",
                "camera_name = 'Gate'",
                "from_at = null",
                "to_at = to_at - interval '1 second'",
                "detail = '{}'",
                "address = ''",
                "actor_id = actor_id || actor_name, actor_name = ''"
            })
    void aChangedValueIsFound(String change) {
        notes(5);
        if (change.startsWith("tenant_id")) {
            sql(
                    TestDatabase.unlocked(WORLD.settings),
                    statement -> statement.execute("insert into tenant (id, slug, name) values"
                            + " ('00000000-0000-7000-8000-000000000001', 'elsewhere', 'elsewhere')"));
        }

        damage("update audit_entry set " + change + " where tenant_id = $tenant and seq = 3");

        assertThat(verify()).isEqualTo(new Broken(3, change.startsWith("tenant_id") ? Damage.MISSING : Damage.CHANGED));
    }

    @ParameterizedTest
    @CsvSource({"1, MISSING", "3, MISSING", "5, CUT"})
    void aRemovedRowIsFoundAtEveryPlace(int seq, Damage damage) {
        notes(5);

        damage("delete from audit_entry where tenant_id = $tenant and seq = " + seq);

        assertThat(verify()).isEqualTo(new Broken(seq, damage));
    }

    @Test
    void aRemovedRowIsFoundWhenThoseBehindItMoveUp() {
        notes(5);

        damage(
                "delete from audit_entry where tenant_id = $tenant and seq = 3",
                "update audit_entry set seq = seq - 1 where tenant_id = $tenant and seq = 4",
                "update audit_entry set seq = seq - 1 where tenant_id = $tenant and seq = 5");

        assertThat(verify()).isEqualTo(new Broken(3, Damage.UNLINKED));
    }

    @Test
    void exchangedRowsAreFound() {
        notes(5);

        damage(
                "update audit_entry set seq = 99 where tenant_id = $tenant and seq = 2",
                "update audit_entry set seq = 2 where tenant_id = $tenant and seq = 4",
                "update audit_entry set seq = 4 where tenant_id = $tenant and seq = 99");

        assertThat(verify()).isEqualTo(new Broken(2, Damage.UNLINKED));
    }

    @Test
    void aRowPutInIsFound() {
        notes(5);

        damage(
                "alter table audit_entry disable trigger audit_chain",
                "update audit_entry set seq = 6 where tenant_id = $tenant and seq = 5",
                "update audit_entry set seq = 5 where tenant_id = $tenant and seq = 4",
                "insert into audit_entry select tenant_id, 4, at, actor_kind, actor_id, 'Nobody', action, subject_kind, subject_id,"
                        + " subject_name, camera_id, camera_name, from_at, to_at, detail, address, hash, hash from audit_entry"
                        + " where tenant_id = $tenant and seq = 3",
                "alter table audit_entry enable trigger audit_chain");

        assertThat(verify()).isEqualTo(new Broken(4, Damage.CHANGED));
    }

    @Test
    void aRowPutAtTheEndIsFound() {
        notes(2);

        damage(
                "alter table audit_entry disable trigger audit_chain",
                "insert into audit_entry select tenant_id, 3, at, actor_kind, actor_id, 'Nobody', action, subject_kind, subject_id,"
                        + " subject_name, camera_id, camera_name, from_at, to_at, detail, address, hash, hash from audit_entry"
                        + " where tenant_id = $tenant and seq = 2",
                "alter table audit_entry enable trigger audit_chain");

        assertThat(verify()).isEqualTo(new Broken(3, Damage.ADDED));
    }

    @Test
    void aHeadTakenAwayOrReplacedIsFound() {
        notes(3);
        damage("update audit_head set hash = decode(repeat('ab', 32), 'hex') where tenant_id = $tenant");
        assertThat(verify()).isEqualTo(new Broken(3, Damage.UNLINKED));

        damage("delete from audit_head where tenant_id = $tenant");
        assertThat(verify()).isEqualTo(new Broken(1, Damage.ADDED));
    }

    @Test
    void anEndCutTogetherWithItsHeadIsFoundByWhatWasPublished() {
        notes(5);
        Link published = head();

        damage(
                "delete from audit_entry where tenant_id = $tenant and seq > 3",
                "update audit_head set seq = 3, hash = (select hash from audit_entry where tenant_id = $tenant and seq = 3)"
                        + " where tenant_id = $tenant");

        assertThat(verify()).as("within the database nothing is wrong").isInstanceOf(Whole.class);
        assertThat(verify(published)).isEqualTo(new Broken(4, Damage.NOT_AS_PUBLISHED));
    }

    @Test
    void aChainMadeAnewIsFoundByWhatWasPublished() {
        notes(2);
        Link published = head();
        notes(2);

        damage(
                "create temp table old as select * from audit_entry where tenant_id = $tenant",
                "delete from audit_entry where tenant_id = $tenant",
                "delete from audit_head where tenant_id = $tenant",
                "insert into audit_entry (tenant_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,"
                        + " subject_name, camera_name, detail, address) select tenant_id, actor_kind, actor_id, 'Nobody', action,"
                        + " subject_kind, subject_id, subject_name, camera_name, detail, address from old order by seq");

        assertThat(verify()).as("within the database nothing is wrong").isInstanceOf(Whole.class);
        assertThat(verify(published)).isEqualTo(new Broken(2, Damage.NOT_AS_PUBLISHED));
    }

    @Test
    void whatWasPublishedAndStillStandsIsNoDamage() {
        notes(2);
        Link published = head();
        notes(2);

        assertThat(verify(published, head())).isEqualTo(new Whole(head()));
    }

    @Test
    void theHubsRoleAddsAndReadsRows() {
        sql(TestDatabase.asHub(WORLD.settings), statement -> {
            statement.execute("select set_config('vedette.tenant', '" + tenant.value() + "', false)");
            assertThat(statement.executeUpdate(insert(tenant))).isEqualTo(1);
            try (var rows = statement.executeQuery("select seq, actor_name from audit_entry")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(1);
                assertThat(rows.next()).isFalse();
            }
        });
        assertThat(verify()).isInstanceOf(Whole.class);
    }

    private static String insert(TenantId tenant) {
        return "insert into audit_entry (tenant_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name,"
                + " camera_name, detail, address) values ('" + tenant.value()
                + "', 'HUB', '', '', 'login', '', '', '', '', '{}', '')";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor_name = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "select * from audit_entry for update",
                "insert into audit_entry (tenant_id, seq) values (null, 1)",
                "insert into audit_entry (tenant_id, hash) values (null, '')",
                "insert into audit_entry (tenant_id, prev_hash) values (null, '')",
                "insert into audit_entry (tenant_id, at) values (null, now())",
                "update audit_head set seq = 0",
                "insert into audit_head select * from audit_head",
                "delete from audit_head",
                "truncate audit_head",
                "alter table audit_entry disable trigger audit_chain",
                "alter table audit_entry disable row level security",
                "drop table audit_entry",
                "set session_replication_role = replica"
            })
    void theHubsRoleMayNothingElse(String statement) {
        notes(1);

        assertThatThrownBy(() -> sql(TestDatabase.asHub(WORLD.settings), hub -> {
                    hub.execute("select set_config('vedette.tenant', '" + tenant.value() + "', false)");
                    hub.execute(statement);
                }))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        assertThat(verify()).isInstanceOf(Whole.class);
    }

    @Test
    void theHubsRoleAddsNoRowToAnotherTenantsLog() {
        Viewer other = WORLD.stranger;

        assertThatThrownBy(() -> sql(TestDatabase.asHub(WORLD.settings), hub -> {
                    hub.execute("select set_config('vedette.tenant', '" + tenant.value() + "', false)");
                    hub.execute(insert(other.tenant()));
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void manyWhoWriteAtOnceInTwoTenantsLeaveNoGapAndNeverWaitForEachOtherInACircle() throws Exception {
        TenantId second = WORLD.owner.tenant();
        long before = WORLD.work.as(second, () -> LOG.head(second)).seq();
        List<Callable<Object>> writers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TenantId mine = i % 2 == 0 ? tenant : second;
            int writer = i;
            writers.add(() -> {
                for (int n = 0; n < 40; n++) {
                    boolean fails = n % 10 == 9;
                    try {
                        WORLD.work.run(mine, () -> {
                            WORLD.work.note(Deed.of(DeedKind.LOGIN, "tenant", writer, "one"));
                            WORLD.work.note(Deed.of(DeedKind.LOGIN, "tenant", writer, "two"));
                            if (fails) {
                                throw new IllegalArgumentException("rolled back");
                            }
                        });
                    } catch (IllegalArgumentException expected) {
                        assertThat(fails).isTrue();
                    }
                }
                return "done";
            });
        }
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var one : threads.invokeAll(writers)) {
                assertThat(one.get()).isEqualTo("done");
            }
        }

        assertThat(head().seq()).isEqualTo(6 * 36 * 2);
        assertThat(verify()).isInstanceOf(Whole.class);
        assertThat(VERIFY.verify(second, List.of())).isInstanceOf(Whole.class);
        assertThat(WORLD.work.as(second, () -> LOG.head(second)).seq() - before).isEqualTo(6 * 36 * 2);
    }
}
