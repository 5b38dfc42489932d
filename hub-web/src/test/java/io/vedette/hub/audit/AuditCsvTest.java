package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
}
