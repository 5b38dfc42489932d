package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log is read when it is damaged, too: whoever owns the database cannot keep its readers from a page by what they write there. */
class AuditDetailTest {
    private static final HubWorld WORLD = new HubWorld(AuditEntry.class, AuditHead.class);
    private static final AuditLog LOG = new AuditLog(WORLD.work);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static AuditEntry row(DeedKind kind) {
        WORLD.work.run(WORLD.owner.tenant(), () -> {
            WORLD.work.by(new Doer(Doer.Kind.PERSON, "owner", "Owner", "192.0.2.7"));
            WORLD.work.note(
                    Deed.of(kind, "thing", "1", "Gate").with("actions", "LIVE").with("reason", "holidays"));
        });
        return last();
    }

    private static AuditEntry last() {
        return WORLD.inTenant(WORLD.owner, () -> LOG.page(WORLD.owner, AuditFilter.ALL, Long.MAX_VALUE, 1))
                .getFirst();
    }

    private static AuditEntry damaged(DeedKind kind, String column, String value) throws SQLException {
        AuditEntry row = row(kind);
        try (var connection = TestDatabase.unlocked(WORLD.settings).getConnection();
                var change = connection.prepareStatement(
                        "update audit_entry set " + column + " = " + value + " where tenant_id = ? and seq = ?")) {
            change.setObject(1, row.tenant().value());
            change.setLong(2, row.seq());
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        return last();
    }

    private static AuditEntry withDetail(DeedKind kind, String detail) throws SQLException {
        return damaged(kind, "detail", "'" + detail + "'");
    }

    private static AuditLine line(AuditEntry row, Locale language) {
        Map<String, String> nobody = Map.of();
        return AuditLine.of(
                row, new AuditLine.Reader(id -> nobody.getOrDefault(id, id), ZoneId.of("UTC"), NOW, language));
    }

    @Test
    void whatWasWrittenIsReadByName() {
        assertThat(AuditDetail.of(row(DeedKind.GRANT_GIVEN)))
                .containsExactly(Map.entry("actions", "LIVE"), Map.entry("reason", "holidays"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "null",
                "7",
                "{\"reason\":{\"deep\":1}}",
                "{\"reason\":",
                "{\"reason\":null}"
            })
    void whatIsNoObjectOfTextsIsShownAsItStands(String detail) throws SQLException {
        AuditEntry row = withDetail(DeedKind.GRANT_GIVEN, detail);

        assertThat(AuditDetail.of(row)).containsExactly(Map.entry("unreadable", detail));
        assertThat(AuditDocument.of(row).detail()).containsEntry("unreadable", detail);
        assertThat(line(row, Locale.ENGLISH).sentence().plain()).startsWith("Owner let ");
        assertThat(line(row, Locale.ENGLISH).more())
                .containsExactly("what else the row says cannot be read: " + detail);
        assertThat(line(row, Locale.GERMAN).more())
                .containsExactly("was die Zeile sonst sagt, ist unlesbar: " + detail);
    }

    @Test
    void aTimeOrALengthThatIsNoneIsShownAsItStands() throws SQLException {
        AuditEntry grant = withDetail(DeedKind.GRANT_GIVEN, "{\"until\":\"the end\"}");
        assertThat(line(grant, Locale.ENGLISH).more()).containsExactly("until the end");
        assertThat(line(grant, Locale.GERMAN).more()).containsExactly("bis the end");

        AuditEntry beyond = withDetail(DeedKind.GRANT_GIVEN, "{\"until\":\"" + Instant.MAX + "\"}");
        assertThat(line(beyond, Locale.ENGLISH).more()).containsExactly("until " + Instant.MAX);

        AuditEntry replay = withDetail(DeedKind.REPLAYED, "{\"seconds\":\"many\"}");
        assertThat(line(replay, Locale.ENGLISH).sentence().plain()).isEqualTo("Owner replayed many of a camera");
        assertThat(line(replay, Locale.GERMAN).sentence().plain()).startsWith("Owner hat many von ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity", "294276-12-31", "4713-01-01 BC"})
    void aTimeBeyondAllCalendarsKeepsNobodyFromThePage(String time) throws SQLException {
        AuditEntry row = damaged(DeedKind.LIVE_ENDED, "from_at = now(), to_at", "'" + time + "'");

        assertThat(line(row, Locale.ENGLISH).more()).first().asString().contains(" to ");
        assertThat(AuditCsv.line(row)).contains("\"live.ended\"");
    }

    @Test
    void aDeedThatThisHubDoesNotKnowIsSaidByItsWord() throws SQLException {
        AuditEntry row = damaged(DeedKind.GRANT_GIVEN, "action", "'door.opened'");

        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(line(row, language).sentence().plain()).isEqualTo("Owner: door.opened Gate");
        }
    }
}
