package io.vedette.e2e.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.LiveSocket;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.Frozen;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Keycloak takes connections and answers nothing, which is worse than being away. */
@EndToEnd
@Order(56)
class ProviderHungIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Stack stack;
    private HubApi anybody;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
        anybody = HubApi.stranger(stack.hub());
    }

    @Test
    void whoIsInGoesOnAndNobodyElseComesInAndAllAreTold() {
        String password = stack.account("guard").password().reveal();
        Visitor halfway = new Visitor(stack);
        try (KeycloakAdmin keycloak = new KeycloakAdmin(stack);
                ShortTokens hurry = ShortTokens.of(keycloak, 10)) {
            Visitor owner = Visitor.signedIn(stack, "owner");
            HubApi program = HubApi.withToken(stack.hub(), owner.programsToken(keycloak));
            assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
            String back = halfway.comesBack("/t/acme", "guard", password);
            String gate = stack.camera(Seed.GATE).toString();
            try (LiveSocket live = LiveSocket.watch(owner.api(), "acme", gate);
                    Frozen hung = Frozen.of(stack, "keycloak")) {
                Answer told = Patiently.the(
                        "a page that says so",
                        PATIENCE,
                        () -> Optional.of(anybody.get("/t/acme")).filter(answer -> answer.status() != 302));
                assertThat(told.status()).isEqualTo(503);
                assertThat(told.header("Retry-After")).isNotEmpty();
                assertThat(told.text()).contains("Nobody can sign in at the moment");

                Answer unfinished = halfway.get(back);
                assertThat(unfinished.status()).isEqualTo(503);
                assertThat(unfinished.text()).contains("Nobody can sign in at the moment");
                assertThat(halfway.knownAs()).isEmpty();

                Patiently.until("the health to say so", PATIENCE, () -> !reachable());
                assertThat(anybody.get("/health/ready").status())
                        .as("no reason to take the hub away from those who are in")
                        .isEqualTo(200);

                // its tokens are due by now
                assertThat(owner.get(stack.hub() + "/t/acme").status()).isEqualTo(200);
                assertThat(owner.knownAs()).contains("owner");
                assertThat(program.get("/api/v1/t/acme/cameras").status()).isEqualTo(200);
                int seen = live.fragments().size();
                Patiently.until(
                        "more pictures", PATIENCE, () -> live.fragments().size() > seen + 2);
                assertThat(live.closeCode()).isEmpty();
            }
            Patiently.until(
                    "the hub to notice that it answers again",
                    PATIENCE,
                    () -> anybody.get("/t/acme").status() == 302);
            Patiently.until("the health to say so", PATIENCE, this::reachable);
            assertThat(halfway.get(halfway.comesBack("/t/acme")).status()).isEqualTo(303);
            assertThat(halfway.knownAs()).contains("guard");
            assertThat(owner.knownAs()).contains("owner");
        }
    }

    private boolean reachable() {
        for (var check : anybody.get("/health/ready").json().path("checks")) {
            if (check.path("name").asText().equals("identity-provider")) {
                return check.at("/data/reachable").asBoolean();
            }
        }
        throw new AssertionError("the health does not name the identity provider");
    }
}
