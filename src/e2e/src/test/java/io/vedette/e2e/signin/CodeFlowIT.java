package io.vedette.e2e.signin;

import static io.vedette.e2e.signin.Visitor.encoded;
import static io.vedette.e2e.signin.Visitor.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.stack.Stack;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Returns from the login page that somebody has tampered with, kept, or taken from another browser. */
@EndToEnd
@Order(11)
class CodeFlowIT {
    private Stack stack;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
    }

    @Test
    void noBadReturnMakesAStrangerSomebody() {
        Visitor stranger = Visitor.signedIn(stack, "guest");
        Visitor other = Visitor.signedIn(stack, "guard");
        var softly = new SoftAssertions();
        for (BadReturn bad : BadReturn.ALL) {
            stranger.forgetsTheHub();
            other.forgetsTheHub();
            String own = stranger.comesBack("/t/acme");

            Answer answer = stranger.get(bad.address().apply(own, other.comesBack("/t/acme")));

            softly.assertThat(answer.status()).as(bad.name()).isEqualTo(400);
            softly.assertThat(answer.text()).as(bad.name()).contains("The sign-in did not finish");
            softly.assertThat(stranger.knownAs()).as(bad.name()).isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void noBadReturnMakesSomebodyAnotherOrNobody() {
        Visitor owner = Visitor.signedIn(stack, "owner");
        Visitor other = Visitor.signedIn(stack, "guard");
        String session = owner.cookie(Visitor.SESSION);
        var softly = new SoftAssertions();
        for (BadReturn bad : BadReturn.ALL) {
            other.forgetsTheHub();
            String theirs = other.comesBack("/t/acme");

            // whoever is signed in has none under way: what comes is what another browser was given, good or changed
            Answer answer = owner.get(bad.address().apply(theirs, theirs));

            softly.assertThat(answer.status()).as(bad.name()).isEqualTo(400);
            softly.assertThat(owner.knownAs()).as(bad.name()).contains("owner");
            softly.assertThat(owner.cookie(Visitor.SESSION)).as(bad.name()).isEqualTo(session);
        }
        softly.assertAll();
    }

    @Test
    void aReturnCountsOnce() {
        Visitor somebody = new Visitor(stack);
        String back = somebody.comesBack(
                "/t/acme", "guard", stack.account("guard").password().reveal());
        assertThat(somebody.get(back).status()).isEqualTo(303);
        String session = somebody.cookie(Visitor.SESSION);

        assertThat(somebody.get(back).status()).isEqualTo(400);
        assertThat(somebody.knownAs()).contains("guard");
        assertThat(somebody.cookie(Visitor.SESSION)).isEqualTo(session);
        somebody.forgetsTheHub();
        assertThat(somebody.get(back).status()).as("in a browser that is out").isEqualTo(400);
        assertThat(somebody.knownAs()).isEmpty();
    }

    @Test
    void aStateThatWasUsedUpFinishesNothingEvenWithItsOwnCode() {
        Visitor somebody = Visitor.signedIn(stack, "guard");
        somebody.forgetsTheHub();
        String back = somebody.comesBack("/t/acme");
        assertThat(somebody.get(back.replaceFirst("code=[^&]*", "")).status()).isEqualTo(400);

        assertThat(somebody.get(back).status()).isEqualTo(400);
        assertThat(somebody.knownAs()).isEmpty();
    }

    @Test
    void keycloakGivesNothingForACodeWithoutTheVerifierItWasAskedWith() {
        Visitor somebody = Visitor.signedIn(stack, "guard");
        try (KeycloakAdmin keycloak = new KeycloakAdmin(stack)) {
            for (String verifier : List.of("", "&code_verifier=" + "w".repeat(64))) {
                somebody.forgetsTheHub();
                String code = parameter(somebody.comesBack("/t/acme"), "code");

                JsonNode answer = keycloak.form(
                        "vedette",
                        "grant_type=authorization_code&client_id=hub&client_secret=" + encoded(secret(keycloak))
                                + "&redirect_uri=" + encoded(stack.hub() + "/login/callback") + "&code=" + code
                                + verifier);

                assertThat(answer.path("error").asText()).as(verifier).isEqualTo("invalid_grant");
                assertThat(answer.has("access_token")).as(verifier).isFalse();
            }
        }
    }

    private static String secret(KeycloakAdmin keycloak) {
        String client =
                keycloak.get("/vedette/clients?clientId=hub").path(0).path("id").asText();
        return keycloak.get("/vedette/clients/" + client + "/client-secret")
                .path("value")
                .asText();
    }
}
