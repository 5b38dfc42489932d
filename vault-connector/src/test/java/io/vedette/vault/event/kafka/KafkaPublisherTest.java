package io.vedette.vault.event.kafka;

import static io.vedette.vault.contract.Events.assertFails;
import static io.vedette.vault.contract.Events.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.vault.contract.Arrived;
import io.vedette.vault.contract.EventOrderContract;
import io.vedette.vault.contract.EventPublisherContract;
import io.vedette.vault.contract.Gate;
import io.vedette.vault.event.EventFault.Kind;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import io.vedette.vault.event.kafka.KafkaSettings.Login;
import io.vedette.vault.event.kafka.KafkaSettings.Mechanism;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPublisherTest implements EventPublisherContract, EventOrderContract {
    private static KafkaServer server;
    private String topic;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new KafkaServer(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void make() throws Exception {
        topic = server.topic();
    }

    @Override
    public EventPublisher open(Patience patience) {
        return KafkaPublisher.open(server.settings(topic, patience), address -> true);
    }

    @Override
    public EventPublisher openNowhere() {
        return KafkaPublisher.open(server.settings("nowhere", Patience.USUAL), address -> true);
    }

    @Override
    public Gate gate() {
        return server.gate();
    }

    @Override
    public List<Arrived> arrived(List<OutgoingEvent> events) {
        return server.read(topic, events);
    }

    @Test
    void aBrokerThatMakesTopicsIsNotLedIntoMakingOne() throws Exception {
        try (EventPublisher nowhere = openNowhere()) {
            assertFails(Kind.ABSENT, () -> nowhere.publish(fresh()));
        }

        assertThat(server.allTopics()).doesNotContain("nowhere");
    }

    @Test
    void aLoginWithAwkwardLettersPassesAndAWrongPasswordIsRefused() {
        OutgoingEvent event = fresh();
        try (EventPublisher right =
                        KafkaPublisher.open(server.settings(topic, "owner", KafkaServer.PASSWORD), address -> true);
                EventPublisher wrong = KafkaPublisher.open(
                        server.settings(topic, "owner", new Secret("not the secret")), address -> true)) {
            right.publish(event);
            assertFails(Kind.REFUSED, () -> wrong.publish(event));
            assertFails(Kind.REFUSED, wrong::check);
        }

        assertThat(arrived(List.of(event))).hasSize(1);
    }

    @Test
    void anAddressThatIsNotAllowedIsNotAsked() {
        try (EventPublisher testee =
                KafkaPublisher.open(server.settings(topic, Patience.USUAL), address -> !address.isLoopbackAddress())) {
            assertFails(Kind.BROKEN, () -> testee.publish(fresh()));
            assertThatThrownBy(testee::check).hasMessageContaining("may not be reached from here");
        }
    }

    @Test
    void aPlainPasswordIsNotSentWithoutTls() {
        var login = Optional.of(new Login(Mechanism.PLAIN, "owner", KafkaServer.PASSWORD));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaSettings(List.of("broker:9092"), "topic", false, login, Patience.USUAL));
        assertThat(new KafkaSettings(List.of("broker:9092"), "topic", true, login, Patience.USUAL).toString())
                .doesNotContain(KafkaServer.PASSWORD.reveal());
    }
}
