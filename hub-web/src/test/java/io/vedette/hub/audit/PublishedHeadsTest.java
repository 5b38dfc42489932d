package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.audit.Verdict.Broken;
import io.vedette.hub.audit.Verdict.Damage;
import io.vedette.hub.audit.Verdict.Whole;
import io.vedette.hub.platform.config.HubSettings.AuditSettings;
import io.vedette.hub.platform.config.HubSettings.AuditSettings.Webhook;
import io.vedette.hub.platform.config.HubSettings.MailSettings;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.tenancy.Tenants;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads go where the database's owner does not reach, and a log is measured by them. */
class PublishedHeadsTest {
    private static final String KEY = "q8Zr4Lw1Xv6Tb3Ns";

    @TempDir
    private Path folder;

    private final HubWorld world = new HubWorld(AuditEntry.class, AuditHead.class);
    private final AuditLog log = new AuditLog(world.work);
    private final VerifyChain chain = new VerifyChain(world.work, log);

    @AfterEach
    void close() {
        world.close();
    }

    private PublishedHeads heads(AuditSettings settings) {
        return heads(settings, Optional.empty());
    }

    private PublishedHeads heads(AuditSettings settings, Optional<MailSettings> mail) {
        return new PublishedHeads(world.work, new Tenants(world.work), log, world.clock, settings, mail);
    }

    private void notes(int count) {
        for (int i = 0; i < count; i++) {
            world.work.run(
                    world.owner.tenant(), () -> world.work.note(Deed.of(DeedKind.LOGIN, "account", "owner", "Owner")));
        }
    }

    private Verdict verify(PublishedHeads heads) {
        return chain.verify(world.owner.tenant(), heads.of(world.owner.tenant()));
    }

    private void cutTo(int seq) throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from audit_entry where seq > " + seq);
            statement.execute("update audit_head h set seq = e.seq, hash = e.hash from audit_entry e where e.seq = "
                    + seq + " and e.tenant_id = h.tenant_id");
        }
    }

    @Test
    void aLogThatWasCutIsFoundByTheFile() throws SQLException {
        PublishedHeads heads =
                heads(new AuditSettings(Optional.of(folder.resolve("heads")), Optional.empty(), List.of()));
        assertThat(verify(heads)).as("nothing was published yet").isInstanceOf(Whole.class);
        notes(3);
        heads.publish();
        notes(2);
        heads.publish();
        assertThat(verify(heads)).isInstanceOf(Whole.class);

        cutTo(4);

        assertThat(verify(heads)).isEqualTo(new Broken(5, Damage.NOT_AS_PUBLISHED));
        assertThat(heads.of(world.stranger.tenant())).as("another tenant's").isEmpty();
    }

    @Test
    void aLineThatWasCutAsThePowerWentTakesNoOtherWithIt() throws IOException {
        Path file = folder.resolve("heads");
        PublishedHeads heads = heads(new AuditSettings(Optional.of(file), Optional.empty(), List.of()));
        notes(1);
        heads.publish();
        Files.writeString(
                file,
                "{\"at\":\"2026\",\"tenant\":\"" + world.owner.tenant().value() + "\",\"se\n",
                StandardOpenOption.APPEND);
        notes(1);
        heads.publish();

        assertThat(heads.of(world.owner.tenant())).hasSize(2);
        assertThat(verify(heads)).isInstanceOf(Whole.class);
    }

    private record Heard(String signature, String body) {}

    @Test
    void theWebhookIsToldWithASignatureThatHoldsTimeAndBodyTogether() throws Exception {
        BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/heads", exchange -> {
            heard.add(new Heard(
                    exchange.getRequestHeaders().getFirst(HeadWebhook.SIGNATURE),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            notes(2);
            heads(new AuditSettings(
                            Optional.empty(),
                            Optional.of(new Webhook(
                                    URI.create("http://127.0.0.1:"
                                            + server.getAddress().getPort() + "/heads"),
                                    new Secret(KEY),
                                    Set.of(InetAddress.getByName("127.0.0.1")))),
                            List.of()))
                    .publish();

            Heard one = heard.remove();
            assertThat(one.body()).contains(world.owner.tenant().value().toString(), "\"seq\":2");
            long seconds = world.clock.instant().getEpochSecond();
            assertThat(one.signature()).isEqualTo("t=" + seconds + ",v1=" + hmac(seconds + "." + one.body()));
        } finally {
            server.stop(0);
        }
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aWebhookThatFailsDoesNotKeepTheFileFromBeingWritten() {
        PublishedHeads heads = heads(new AuditSettings(
                Optional.of(folder.resolve("heads")),
                Optional.of(new Webhook(URI.create("http://127.0.0.1:1/"), new Secret(KEY), Set.of())),
                List.of()));
        notes(1);

        heads.publish();

        assertThat(heads.of(world.owner.tenant())).hasSize(1);
    }

    @Test
    void theMailHoldsTheLinesOfTheFileAndALogThatWasCutIsFoundByIt() throws Exception {
        GreenMail box = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        box.start();
        try {
            notes(3);
            heads(
                            mailTo("keeper@example.org", "notary@example.org"),
                            Optional.of(server(box.getSmtp().getPort())))
                    .publish();

            assertThat(box.getReceivedMessages()).hasSize(2);
            MimeMessage mail = box.getReceivedMessages()[0];
            assertThat(mail.getSubject()).startsWith("Vedette audit heads, ");
            assertThat(mail.getFrom()[0].toString()).isEqualTo("Vedette <hub@example.org>");
            assertThat(mail.getAllRecipients()).hasSize(2);
            List<HeadLine> kept = GreenMailUtil.getBody(mail)
                    .lines()
                    .map(HeadLine::read)
                    .flatMap(Optional::stream)
                    .filter(line ->
                            line.tenant().equals(world.owner.tenant().value().toString()))
                    .toList();
            assertThat(kept).extracting(HeadLine::seq).containsExactly(3L);
            cutTo(2);
            assertThat(chain.verify(world.owner.tenant(), List.of())).isInstanceOf(Whole.class);
            assertThat(chain.verify(
                            world.owner.tenant(), List.of(kept.getFirst().link())))
                    .isEqualTo(new Broken(3, Damage.NOT_AS_PUBLISHED));
        } finally {
            box.stop();
        }
    }

    @Test
    void aMailServerThatSpeaksNoTlsIsToldNothing() {
        GreenMail box = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        box.start();
        try {
            MailSettings plain = server(box.getSmtp().getPort());
            var safe = new MailSettings(
                    plain.host(), plain.port(), plain.from(), MailSettings.Tls.STARTTLS, "", new Secret(""));
            notes(1);

            heads(mailTo("keeper@example.org"), Optional.of(safe)).publish();

            assertThat(box.getReceivedMessages()).isEmpty();
        } finally {
            box.stop();
        }
    }

    @Test
    void aHubThatMailsButKeepsHeadsNowhereDoesNotEvenReadThem() {
        PublishedHeads heads = heads(AuditSettings.NOWHERE, Optional.of(server(1)));
        notes(1);
        world.close();

        assertThatCode(heads::publish).as("the database is away").doesNotThrowAnyException();
        assertThat(heads.of(world.owner.tenant())).isEmpty();
        assertThatThrownBy(heads(mailTo("keeper@example.org"), Optional.of(server(1)))::publish)
                .as("one who is mailed to is told what stands in the database")
                .isInstanceOf(RuntimeException.class);
    }

    private static AuditSettings mailTo(String... addresses) {
        return new AuditSettings(Optional.empty(), Optional.empty(), List.of(addresses));
    }

    private static MailSettings server(int port) {
        return new MailSettings("127.0.0.1", port, "hub@example.org", MailSettings.Tls.NONE, "", new Secret(""));
    }
}
