package io.vedette.hub.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.integrations.TargetFields.SecretNeeded;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFieldsTest {
    private static final Map<String, String> RABBIT = Map.of(
            "host",
            "broker.example.org",
            "tls",
            "true",
            "user",
            "hub",
            "password",
            "of the broker's",
            "exchange",
            "seen");
    private static final Map<String, String> KAFKA = Map.of(
            "servers",
            "broker.example.org:9093",
            "tls",
            "true",
            "topic",
            "seen",
            "user",
            "hub",
            "password",
            "of the broker's");
    private static final Map<String, String> WEBHOOK =
            Map.of("address", "https://hook.example.org/seen", "key", "a key that both sides know");

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        assertThat(again(Target.Kind.RABBIT, RABBIT)).containsAllEntriesOf(RABBIT);
        assertThat(again(Target.Kind.KAFKA, KAFKA)).containsAllEntriesOf(KAFKA);
        assertThat(again(Target.Kind.WEBHOOK, WEBHOOK)).containsAllEntriesOf(WEBHOOK);
    }

    @Test
    void aPasswordThatIsNotGivenAgainStaysWithItsBroker() {
        Target changed = change(Target.Kind.RABBIT, RABBIT, "exchange", "heard");

        assertThat(TargetFields.write(changed))
                .containsEntry("exchange", "heard")
                .containsEntry("password", "of the broker's");
    }

    @ParameterizedTest
    @CsvSource({
        "RABBIT,host,elsewhere.example.org",
        "RABBIT,port,5673",
        "RABBIT,tls,false",
        "KAFKA,servers,elsewhere.example.org:9093",
        "KAFKA,tls,false"
    })
    void aPasswordThatIsNotGivenAgainGoesNowhereElse(Target.Kind kind, String field, String value) {
        Map<String, String> before = kind == Target.Kind.KAFKA ? KAFKA : RABBIT;

        assertThatThrownBy(() -> change(kind, before, field, value)).isInstanceOf(SecretNeeded.class);
    }

    @Test
    void aPasswordThatIsGivenAgainGoesWhereItIsSaid() {
        Map<String, String> wish = new HashMap<>(RABBIT);
        wish.put("host", "elsewhere.example.org");

        Target changed = TargetFields.change(Target.Kind.RABBIT, wish, () -> {
            throw new AssertionError("nothing of before is needed");
        });

        assertThat(TargetFields.write(changed)).containsEntry("host", "elsewhere.example.org");
    }

    @Test
    void aKeyThatOnlySignsStaysWhereverItGoes() {
        Target changed = change(Target.Kind.WEBHOOK, WEBHOOK, "address", "https://elsewhere.example.org/seen");

        assertThat(TargetFields.write(changed)).containsEntry("key", "a key that both sides know");
    }

    @Test
    void whatCannotBeRightIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TargetFields.read(Target.Kind.RABBIT, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetFields.read(
                        Target.Kind.WEBHOOK, Map.of("address", "https://hook.example.org/", "key", "short")));
    }

    private static Map<String, String> again(Target.Kind kind, Map<String, String> fields) {
        return TargetFields.write(TargetFields.read(kind, fields));
    }

    /** One field changed, no secret given again. */
    private static Target change(Target.Kind kind, Map<String, String> before, String field, String value) {
        Map<String, String> wish = new HashMap<>(before);
        wish.keySet().removeAll(TargetFields.SECRETS);
        wish.put(field, value);
        return TargetFields.change(kind, wish, () -> TargetFields.read(kind, before));
    }
}
