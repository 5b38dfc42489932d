package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.PairingAnswers.Given;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.pairing.PairingToken;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTerminalTest {
    private static final PairingToken TOKEN = PairingToken.fresh(TenantId.fresh(), new SecureRandom());

    @Test
    void everyAnswerIsTakenAndOnlySecretsAreHidden() {
        var person = new Typist(TOKEN.reveal(), "rtsp://cam/main", "rtsp://cam/sub", "viewer", " pass ", "on-demand");

        PairingAnswers answers = complete(AnswersTerminal.ask(person));

        assertThat(answers.token()).isEqualTo(TOKEN);
        assertThat(answers.access().main()).isEqualTo(StreamAddress.of("rtsp://cam/main"));
        assertThat(answers.access().sub()).isEqualTo(StreamAddress.of("rtsp://cam/sub"));
        assertThat(answers.access().password().reveal()).as("kept as typed").isEqualTo(" pass ");
        assertThat(answers.delivery()).isEqualTo(Delivery.ON_DEMAND);
        assertThat(person.hidden).hasSize(2).allMatch(question -> question.matches("(Pairing token|Password).*"));
        assertThat(person.heard).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsSaidAtOnceAndAskedAgain() {
        var person = new Typist(
                "vdp1.half",
                TOKEN.reveal(),
                "",
                "ftp://cam",
                "rtsp://me:secret@cam/main",
                "rtsp://cam/main",
                "",
                "",
                "later",
                "");

        PairingAnswers answers = complete(AnswersTerminal.ask(person));

        assertThat(answers.access().main()).isEqualTo(StreamAddress.of("rtsp://cam/main"));
        assertThat(answers.delivery()).isEqualTo(Delivery.AT_ONCE);
        assertThat(person.heard).hasSize(5);
        assertThat(person.heard.getFirst()).contains("not a pairing token");
        assertThat(String.join(" ", person.heard)).doesNotContain("secret");
    }

    @Test
    void withoutAUserNobodyIsAskedForAPassword() {
        var person = new Typist(TOKEN.reveal(), "rtsp://cam/main", "", "", "");

        complete(AnswersTerminal.ask(person));

        assertThat(person.hidden).hasSize(1);
    }

    @Test
    void whenNobodyTypesAnyMoreTheFileIsNamedAsTheOtherWay() {
        assertThat(AnswersTerminal.ask(new Typist()))
                .isInstanceOfSatisfying(
                        Given.Faulty.class,
                        faulty -> assertThat(faulty.faults().getFirst()).contains("--answers"));
        assertThat(AnswersTerminal.ask(new Typist(TOKEN.reveal(), "nonsense"))).isInstanceOf(Given.Faulty.class);
    }

    private static PairingAnswers complete(Given given) {
        assertThat(given).isInstanceOf(Given.Complete.class);
        return ((Given.Complete) given).answers();
    }

    /** Types these lines, then no more. */
    private static final class Typist implements AnswersTerminal.Person {
        private final Deque<String> lines;
        final List<String> hidden = new ArrayList<>();
        final List<String> heard = new ArrayList<>();

        Typist(String... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public @Nullable String answer(String question, boolean unseen) {
            if (unseen) {
                hidden.add(question);
            }
            return lines.poll();
        }

        @Override
        public void hear(String words) {
            heard.add(words);
        }
    }
}
