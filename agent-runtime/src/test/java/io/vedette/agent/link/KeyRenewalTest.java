package io.vedette.agent.link;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.scripted.Renewals;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new key, and the death of either end at each step of it: in the end both know the same one. */
@Timeout(60)
class KeyRenewalTest {
    private static final RandomGenerator IMPATIENT = () -> 0L;

    @TempDir
    Path home;

    private final AgentId agent = AgentId.fresh();
    private Path file;
    private String first;
    private ScriptedHub hub;
    private Spool spool;
    private HubLink link;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        spool = Spool.open(home, Clock.systemUTC());
        file = home.resolve("agent.key");
        first = AgentKey.in(file).publicKey();
        hub.knows(agent, first);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (link != null) {
            link.close();
        }
        spool.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    @Test
    void whenItIsTimeTheAgentMakesANewKeyAndKeepsItWhenTheHubHasIt() throws IOException {
        online();

        hub.say(new FromHub.KeyDue());

        bothKnowANewKey();
        assertThat(hub.welcomes()).as("on the same connection").isEqualTo(1);
        assertThat(home.resolve("agent.key.next")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void asOftenAsItIsTimeOnOneConnection() throws IOException {
        online();
        hub.say(new FromHub.KeyDue());
        bothKnowANewKey();
        first = hub.keyOf(agent);

        hub.say(new FromHub.KeyDue());

        bothKnowANewKey();
    }

    @Test
    void aHubThatDiesAfterItKeptTheKeyFindsTheAgentWithThatKey() throws IOException {
        hub.renewsKeys(Renewals.IN_SILENCE);
        online();

        hub.say(new FromHub.KeyDue());

        bothKnowANewKey();
        until("back", () -> hub.welcomes() == 2);
        assertThat(hub.heard(FromAgent.RenewKey.class)).hasSize(1);
    }

    @Test
    void aHubThatDiesBeforeItKeptTheKeyIsAskedAgainForTheSameOne() throws IOException {
        hub.renewsKeys(Renewals.NOT);
        online();
        hub.say(new FromHub.KeyDue());
        until("asked again", () -> hub.heard(FromAgent.RenewKey.class).size() >= 2);

        hub.renewsKeys(Renewals.AND_SAYS_SO);

        bothKnowANewKey();
        assertThat(hub.heard(FromAgent.RenewKey.class))
                .extracting(FromAgent.RenewKey::publicKey)
                .containsOnly(hub.keyOf(agent));
    }

    @Test
    void anAgentThatDiesBeforeItAsksGoesOnWithTheKeyItMade() throws IOException {
        String made = KeyRing.kept(file).makeNext().publicKey();

        online();

        bothKnowANewKey();
        assertThat(hub.keyOf(agent)).isEqualTo(made);
    }

    @Test
    void anAgentThatDiesBeforeItHearsTheAnswerComesBackWithTheNewKey() throws IOException {
        hub.knows(agent, KeyRing.kept(file).makeNext().publicKey());

        online();

        bothKnowANewKey();
        assertThat(hub.heard(FromAgent.RenewKey.class)).isEmpty();
    }

    @Test
    void anAgentThatDiesWhileItPutsTheNewKeyInItsPlaceComesBackWithTheNewKey() throws IOException {
        hub.knows(agent, KeyRing.kept(file).makeNext().publicKey());
        Files.copy(file, home.resolve("agent.key.before"));

        online();

        bothKnowANewKey();
    }

    @Test
    void whoOnlySitsInBetweenCannotMakeTheAgentThrowItsKeyAway() throws IOException {
        KeyRing ring = KeyRing.kept(file);
        String made = ring.makeNext().publicKey();
        hub.renewsKeys(Renewals.NOT);
        open();
        until("online", () -> hub.online());

        hub.say(new FromHub.KeyRenewed(made, ring.now().sign(new byte[0])));

        until("asked again", () -> hub.heard(FromAgent.RenewKey.class).size() >= 2);
        assertThat(AgentKey.kept(file).publicKey()).isEqualTo(first);
    }

    @Test
    void aHubPutBackFromABackupIsAskedToTakeTheNewKeyAgain() throws IOException {
        online();
        hub.say(new FromHub.KeyDue());
        bothKnowANewKey();
        hub.knows(agent, first);

        hub.cutLines();

        until("both know it again", () -> !hub.keyOf(agent).equals(first));
        assertThat(hub.keyOf(agent)).isEqualTo(AgentKey.kept(file).publicKey());
    }

    @Test
    void aNextKeyThatCannotBeReadIsMadeAnew() throws IOException {
        Files.writeString(home.resolve("agent.key.next"), "torn");
        online();

        hub.say(new FromHub.KeyDue());

        bothKnowANewKey();
    }

    private void bothKnowANewKey() {
        until("the same new key at both ends", () -> {
            try {
                return !hub.keyOf(agent).equals(first)
                        && hub.keyOf(agent).equals(AgentKey.kept(file).publicKey());
            } catch (IOException e) {
                throw new AssertionError("never without a key", e);
            }
        });
    }

    private void online() throws IOException {
        open();
        until("online", () -> link.state() instanceof LinkState.Online);
    }

    private void open() throws IOException {
        Identity identity = new Identity(
                hub.address(),
                TenantId.fresh(),
                agent,
                KeyRing.kept(file),
                hub.key(),
                new FromAgent.Life("this", 1),
                "test");
        Vitals vitals = new Vitals(CameraState.STREAMING, 1, 50, Duration.ZERO, null);
        link = HubLink.open(
                new HubLink.Parts(identity, spool.outbox(), () -> vitals, Clock.systemUTC(), IMPATIENT), order -> {});
    }
}
