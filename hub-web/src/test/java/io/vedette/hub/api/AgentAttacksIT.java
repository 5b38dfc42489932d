package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a thief of a token finds on a running hub, and what an agent gets of another one: nothing. */
class AgentAttacksIT {
    private static final RunningHub HUB = RunningHub.get();

    private final CameraId camera = HUB.world.camera(HUB.world.owner, HUB.site, Optional.empty(), "Attacked");

    @AfterEach
    void freeTheCamera() {
        HUB.send(HUB.asOwner("/api/v1/t/acme/cameras/" + camera + "/agent").DELETE());
    }

    @Test
    void aSpentTokenStandsInNoLogNoRowAndNoProcessList() throws Exception {
        PairingToken token = token("{\"confirm\": true}");
        assertThat(pair(token, fresh(), fresh()).statusCode()).isEqualTo(403);
        assertThat(pair(token, fresh(), null).statusCode()).isEqualTo(200);
        assertThat(pair(token, fresh(), null).statusCode()).as("spent").isEqualTo(403);
        HUB.hub.awaitLine(line -> line.contains("pairing for tenant") && line.contains("refused"));

        List<String> canaries = List.of(
                token.reveal(),
                token.reveal().substring(token.reveal().lastIndexOf('.') + 1),
                HexFormat.of().formatHex(token.secret()),
                Base64.getEncoder().withoutPadding().encodeToString(token.secret()));

        assertThat(dump()).as("the search finds what is there").anyMatch(row -> row.contains("Attacked"));
        for (String canary : canaries) {
            assertThat(HUB.hub.said()).noneMatch(line -> line.contains(canary));
            assertThat(dump()).noneMatch(row -> row.contains(canary));
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(canary));
        }
    }

    @Test
    void anAgentsTicketOpensNoUploadAndNoPictureOfAnotherAgentOrTenantWhetherThereOrNot() {
        AgentRef agent = TestAgents.pair(HUB.world.work, HUB.world.owner.tenant(), camera);
        var tickets = new Tickets(Base64.getDecoder().decode(HUB.ticketKey), Clock.systemUTC(), any -> true);
        UUID own = Uuids.fresh();
        UUID others = Uuids.fresh();
        String upload = tickets.issue(Tickets.Purpose.UPLOAD, agent, own, Duration.ofMinutes(5));
        String tenant = agent.tenant().toString();

        assertThat(head(tenant, own, upload)).as("its own, which is not there").isEqualTo(404);
        for (String elsewhere : List.of(tenant, TenantId.fresh().toString())) {
            assertThat(head(elsewhere, others, upload)).as("another's").isEqualTo(404);
        }
        assertThat(head(HUB.world.stranger.tenant().toString(), own, upload)).isEqualTo(404);
        assertThat(head(tenant, own, upload + "A")).as("no ticket").isEqualTo(403);
        assertThat(parts(tenant, own, upload)).as("its own, which is not there").isEqualTo(404);
        assertThat(parts(tenant, UUID.randomUUID(), upload)).isEqualTo(404);
        assertThat(parts(HUB.world.stranger.tenant().toString(), own, upload)).isEqualTo(404);
        assertThat(parts(tenant, own, upload + "A")).as("no ticket").isEqualTo(403);
        assertThat(HUB.send(HUB.to("/intake/thumbnail/" + tenant + "/" + own)
                                .header("Authorization", "Vedette " + upload)
                                .header("Content-Type", "image/jpeg")
                                .PUT(BodyPublishers.ofByteArray(new byte[10])))
                        .statusCode())
                .as("a ticket for another purpose")
                .isEqualTo(404);
    }

    private static int parts(String tenant, UUID upload, String ticket) {
        return HUB.send(HUB.to("/intake/upload/" + tenant + "/" + upload + "/parts")
                        .header("Authorization", "Vedette " + ticket)
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    private static int head(String tenant, UUID upload, String ticket) {
        return HUB.send(HUB.to("/intake/upload/" + tenant + "/" + upload)
                        .header("Authorization", "Vedette " + ticket)
                        .header("Tus-Resumable", "1.0.0")
                        .method("HEAD", BodyPublishers.noBody()))
                .statusCode();
    }

    private PairingToken token(String terms) throws Exception {
        HttpResponse<String> made = HUB.send(HUB.asOwner("/api/v1/t/acme/cameras/" + camera + "/pairing-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(terms)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return PairingToken.of(
                new ObjectMapper().readTree(made.body()).get("token").asText());
    }

    /** @param signer who signs in place of the key itself */
    private static HttpResponse<String> pair(PairingToken token, KeyPair key, KeyPair signer) throws Exception {
        String open = Signatures.text(key.getPublic().getEncoded());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign((signer == null ? key : signer).getPrivate());
        signature.update(Proof.pairing(token.reveal(), open));
        String body = LinkCodec.write(new PairingRequest(token, open, Signatures.text(signature.sign()), "1", "box"));
        return HUB.send(HUB.to(PairingRequest.PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static KeyPair fresh() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** Every row of every table, as text. */
    private static List<String> dump() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = TestDatabase.unlocked(HUB.world.settings).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : strings(statement, "select tablename from pg_tables where schemaname = 'public'")
                    .toList()) {
                strings(statement, "select t::text from \"" + table + "\" t").forEach(rows::add);
            }
        }
        return rows;
    }

    private static Stream<String> strings(Statement statement, String sql) throws Exception {
        Stream.Builder<String> all = Stream.builder();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                all.add(found.getString(1));
            }
        }
        return all.build();
    }
}
