package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's names in a table that somebody opens with a program that computes. */
class AuditCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=cmd|'/c calc'!A0",
                "  =1+1",
                "\u202e=1+1",
                "\uFEFF=1+1",
                "\uFF1D1+1",
                "|calc",
                "%0A=1"
            })
    void nothingIsAFormula(String name) {
        assertThat(AuditCsv.cell(name)).startsWith("\"'").endsWith("\"");
    }

    @Test
    void aQuoteDoesNotEndACellAndALineEndNotALine() {
        assertThat(AuditCsv.cell("Gate \"A\",\r\n=1")).isEqualTo("\"Gate \"\"A\"\",  =1\"");
        assertThat(AuditCsv.cell("a\u2028b\u0000c\u202Ed")).isEqualTo("\"a b c d\"");
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(AuditCsv.cell("Grüße, 警衛 🎥")).isEqualTo("\"Grüße, 警衛 🎥\"");
        assertThat(AuditCsv.cell("")).isEqualTo("\"\"");
        assertThat(AuditCsv.cell("2026-11-20T12:00:00Z")).isEqualTo("\"2026-11-20T12:00:00Z\"");
    }

    @Test
    void aRowIsALineWithACellUnderEveryHeading() {
        try (var world = new HubWorld(AuditEntry.class, AuditHead.class)) {
            CameraId gate =
                    world.camera(world.owner, world.site(world.owner, "Depot"), Optional.empty(), "Gate, north");
            world.work.run(world.owner.tenant(), () -> {
                world.work.by(new Doer(Doer.Kind.PERSON, "guard", "=Guard", "192.0.2.7"));
                world.work.note(Deed.of(DeedKind.REPLAYED, "recording", "r-1", "Night")
                        .camera(gate.value())
                        .span(Instant.parse("2026-11-20T12:00:00Z"), Instant.parse("2026-11-20T12:03:20Z"))
                        .with("seconds", 20));
                world.work.note(Deed.of(DeedKind.LOGIN, "account", "guard", "Guard"));
            });
            List<AuditEntry> rows = world.inTenant(
                    world.owner, () -> new AuditLog(world.work).page(world.owner, AuditFilter.ALL, Long.MAX_VALUE, 2));
            AuditEntry login = rows.getFirst();
            AuditEntry replay = rows.getLast();

            assertThat(AuditCsv.line(replay))
                    .isEqualTo("\"3\",\"" + replay.at() + "\",\"PERSON\",\"guard\",\"'=Guard\",\"replayed\","
                            + "\"recording\",\"r-1\",\"Night\",\"" + gate.value() + "\",\"Gate, north\","
                            + "\"2026-11-20T12:00:00Z\",\"2026-11-20T12:03:20Z\",\"{\"\"seconds\"\":\"\"20\"\"}\","
                            + "\"192.0.2.7\",\"" + login.prevHash() + "\"\r\n");
            assertThat(AuditCsv.line(login))
                    .as("no camera and no span are empty cells, not missing ones")
                    .contains("\"account\",\"guard\",\"Guard\",\"\",\"\",\"\",\"\",\"{}\",\"192.0.2.7\",");
            assertThat(AuditCsv.HEADER.split(","))
                    .hasSize(16)
                    .startsWith("\"seq\"")
                    .endsWith("\"hash\"\r\n");
        }
    }
}
