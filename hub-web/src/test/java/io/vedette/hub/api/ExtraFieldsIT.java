package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.Uuids;
import io.vedette.hub.access.Subject;
import io.vedette.hub.api.Asker.Got;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that nobody offers, sent along with every body: whose it is, who somebody is, and what it is called are not the sender's to say. */
class ExtraFieldsIT {
    private static final RunningHub HUB = RunningHub.get();
    private static MatrixScene scene;
    private static Asker admin;

    @BeforeAll
    static void begin() throws IOException, SQLException {
        scene = new MatrixScene(HUB);
        admin = Asker.of(HUB, "admin", Map.of("acme", HUB.world.owner.tenant().toString()));
    }

    static List<MatrixRow> writes() {
        return MatrixRow.all().stream()
                .filter(row -> row.ofATenant() && row.writes() && !row.isFor("belongs") && !row.isFor("holder"))
                .filter(row -> row.sent().startsWith("json {") || row.sent().startsWith("form"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatNobodyOffersIsNotTaken(MatrixRow row) throws SQLException {
        scene.comesBack(new Subject("admin"), "ADMIN");
        String mark = Uuids.fresh().toString();
        List<String> foreign = TenantRows.sums(HUB.world.settings, HUB.world.stranger.tenant());
        String owners = TenantRows.owners(HUB.world.settings);

        Got got = admin.ask(row, scene.fill(row.address() + row.query()), with(extra(mark), scene.fill(row.sent())));

        assertThat(got.status())
                .as("%s %s", row, got.body())
                .matches(status -> status < 500 || status == 503)
                .isNotIn(401, 404);
        assertThat(got.body()).as("the answer to %s", row).doesNotContain(mark);
        assertThat(TenantRows.tablesWith(HUB.world.settings, mark))
                .as("after %s", row)
                .isEmpty();
        assertThat(TenantRows.sums(HUB.world.settings, HUB.world.stranger.tenant()))
                .isEqualTo(foreign);
        assertThat(TenantRows.owners(HUB.world.settings)).isEqualTo(owners);
    }

    private static Map<String, String> extra(String mark) {
        String globex = HUB.world.stranger.tenant().toString();
        Map<String, String> extra = new LinkedHashMap<>();
        for (String whose : List.of("tenant", "tenantId", "tenant_id", "organisation")) {
            extra.put(whose, globex);
        }
        for (String called : List.of(
                "id",
                "subject",
                "ownerId",
                "owner",
                "givenBy",
                "invitedBy",
                "doer",
                "agent",
                "key",
                "hash",
                "secret")) {
            extra.put(called, mark);
        }
        extra.put("roles", "OWNER");
        extra.put("custom_role", mark);
        extra.put("customRole", mark);
        extra.put("retentionHold", "true");
        extra.put("deletedAt", "2026-01-01T00:00:00Z");
        extra.put("version", "99");
        return extra;
    }

    /** Those that the body has itself stay as they are. */
    private static String with(Map<String, String> extra, String body) {
        if (body.startsWith("form")) {
            String own = body.replaceFirst("form ?", "");
            String more = extra.entrySet().stream()
                    .filter(one -> !("&" + own).contains("&" + one.getKey() + "="))
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("&"));
            return "form " + (own.isEmpty() ? more : own + "&" + more);
        }
        String more = extra.entrySet().stream()
                .filter(one -> !body.contains("\"" + one.getKey() + "\":"))
                .map(one -> "\"" + one.getKey() + "\": \"" + one.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return body.replaceFirst("}$", ", " + more + "}");
    }
}
