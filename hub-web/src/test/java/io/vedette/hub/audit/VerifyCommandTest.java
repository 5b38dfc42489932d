package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator finds from a shell, with nothing but the database and the heads that were kept elsewhere. */
class VerifyCommandTest {
    @TempDir
    private Path folder;

    private final HubWorld world = new HubWorld(AuditEntry.class, AuditHead.class);
    private final TenantId acme = world.owner.tenant();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void threeRows() {
        for (int i = 0; i < 3; i++) {
            world.work.run(acme, () -> world.work.note(Deed.of(DeedKind.LOGIN, "account", "owner", "Owner")));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyOrganisationsLogIsWhole() throws IOException {
        assertThat(run(keep(acme, head()))).isEqualTo(VerifyCommand.WHOLE);
        assertThat(said(out))
                .contains(acme.value() + " acme: whole, 3 rows, 1 heads compared", " globex: whole, 0 rows");
    }

    @Test
    void aRowThatWasChangedOrRemovedIsNamed() throws SQLException {
        change("update audit_entry set actor_name = 'Nobody' where seq = 2");
        assertThat(run()).isEqualTo(VerifyCommand.BROKEN);
        assertThat(said(out)).contains("acme: broken at row 2, changed");

        change("delete from audit_entry where seq = 2");
        assertThat(run()).isEqualTo(VerifyCommand.BROKEN);
        assertThat(said(out)).contains("acme: broken at row 2, missing");
    }

    @Test
    void aLogThatWasCutWithItsHeadIsFoundByAHeadThatWasKept() throws Exception {
        Path kept = keep(acme, head());
        change("delete from audit_entry where seq = 3");
        change("update audit_head h set seq = e.seq, hash = e.hash from audit_entry e where e.seq = 2"
                + " and e.tenant_id = h.tenant_id");

        assertThat(run()).as("the database alone tells nothing").isEqualTo(VerifyCommand.WHOLE);
        assertThat(run(kept)).isEqualTo(VerifyCommand.BROKEN);
        assertThat(said(out)).contains("acme: broken at row 3, not-as-published");
    }

    @Test
    void anOrganisationThatIsGoneWithItsLogIsFoundByAHeadThatWasKept() throws IOException {
        TenantId gone = TenantId.fresh();

        assertThat(run(keep(gone, head()))).isEqualTo(VerifyCommand.BROKEN);
        assertThat(said(out)).contains(gone.value() + ": broken, the whole log is not there");
    }

    @Test
    void whatCannotBeReadIsNoVerdict() {
        assertThat(run(folder.resolve("none"))).isEqualTo(VerifyCommand.NO_INPUT);
        assertThat(VerifyCommand.run(name -> Optional.empty(), List.of(), stream(out), stream(err)))
                .isEqualTo(VerifyCommand.NO_INPUT);
        assertThat(VerifyCommand.run(
                        settings(Map.of("VEDETTE_DB_URL", "jdbc:postgresql://127.0.0.1:1/none")),
                        List.of(),
                        stream(out),
                        stream(err)))
                .isEqualTo(VerifyCommand.NO_INPUT);

        assertThat(said(err)).contains("none cannot be read", "VEDETTE_DB_URL is not set", "does not answer");
        assertThat(said(out)).isEmpty();
    }

    private Link head() {
        return world.work.as(acme, () -> new AuditLog(world.work).head(acme));
    }

    private Path keep(TenantId tenant, Link head) throws IOException {
        Path file = folder.resolve("heads.jsonl");
        new HeadFile(file).append(List.of(HeadLine.of(world.clock.instant(), tenant, head)));
        return file;
    }

    private void change(String statement) throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isPositive();
        }
    }

    private int run(Path... heads) {
        return VerifyCommand.run(settings(Map.of()), List.of(heads), stream(out), stream(err));
    }

    private java.util.function.Function<String, Optional<String>> settings(Map<String, String> instead) {
        Map<String, String> usual = Map.of(
                "VEDETTE_DB_URL", world.settings.url(),
                "VEDETTE_DB_USER", world.settings.user(),
                "VEDETTE_DB_PASSWORD", "not asked for by this database");
        return name -> Optional.ofNullable(instead.getOrDefault(name, usual.get(name)));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
