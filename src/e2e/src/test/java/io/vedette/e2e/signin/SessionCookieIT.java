package io.vedette.e2e.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.LiveSocket;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Cookies from before a sign-in, from after its end, and of an account that is no more. */
@EndToEnd
@Order(13)
class SessionCookieIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> grants = new ArrayList<>();
    private Stack stack;
    private KeycloakAdmin keycloak;
    private String gate;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
        keycloak = new KeycloakAdmin(stack);
        gate = stack.camera(Seed.GATE).toString();
    }

    @AfterEach
    void leave() {
        keycloak.close();
        if (!grants.isEmpty()) {
            HubApi owner = owner();
            grants.forEach(grant -> owner.delete("/api/v1/t/acme/grants/" + grant));
        }
    }

    @Test
    void theCookieIsNewAtTheSignInAndTheOneFromBeforeIsDead() {
        Visitor guard = new Visitor(stack);
        String back = guard.comesBack(
                "/t/acme", "guard", stack.account("guard").password().reveal());
        String before = guard.cookie(Visitor.SESSION);
        guard.get(back);

        assertThat(guard.knownAs()).contains("guard");
        assertThat(guard.cookie(Visitor.SESSION)).isNotEmpty().isNotEqualTo(before);
        assertThat(with(before, "").knownAs()).isEmpty();
        assertThat(with(before, guard.cookie(Visitor.SEAL)).knownAs())
                .as("even with the seal of the right one")
                .isEmpty();
        assertThat(with(guard.cookie(Visitor.SESSION), "").knownAs())
                .as("nor the right one without its seal")
                .isEmpty();
    }

    @Test
    void whoeverPlantedACookieIsStillAStrangerWhenItsVictimHasSignedIn() {
        Visitor attacker = new Visitor(stack);
        attacker.begins("/t/acme");
        String planted = attacker.cookie(Visitor.SESSION);
        Visitor victim = with(planted, "");

        victim.get(victim.comesBack(
                "/t/acme", "guard", stack.account("guard").password().reveal()));

        assertThat(victim.knownAs()).contains("guard");
        assertThat(victim.cookie(Visitor.SESSION)).isNotEqualTo(planted);
        assertThat(attacker.knownAs()).isEmpty();
        attacker.plant(Visitor.SEAL, victim.cookie(Visitor.SEAL));
        assertThat(attacker.knownAs()).as("even with the victim's seal").isEmpty();
    }

    @Test
    void anInventedCookieIsNotTakenForASession() {
        Visitor victim = with("invented-by-somebody", "");

        victim.begins("/t/acme");

        assertThat(victim.cookie(Visitor.SESSION)).isNotEqualTo("invented-by-somebody");
    }

    @Test
    void theCookieOfAnEndedSessionIsDeadAndItsLiveViewCloses() {
        Visitor owner = Visitor.signedIn(stack, "owner");
        Visitor kept = with(owner.cookie(Visitor.SESSION), owner.cookie(Visitor.SEAL));
        try (LiveSocket live = pictures(owner.api())) {
            assertThat(kept.knownAs()).contains("owner");

            owner.signsOut();

            assertThat(kept.knownAs()).isEmpty();
            assertThat(owner.knownAs()).isEmpty();
            closes(live);
        }
    }

    @Test
    void aSessionThatIsEndedAtKeycloakIsDeadHereWithItsLiveView() {
        try (ExtraAccount relief = relief("ended")) {
            Visitor one = Visitor.signedIn(stack, relief.name(), relief.password());
            try (LiveSocket live = pictures(one.api())) {
                keycloak.post("/vedette/users/" + relief.id() + "/logout", "");

                Patiently.until(
                        "the session to end", PATIENCE, () -> one.knownAs().isEmpty());
                closes(live);
            }
        }
    }

    @Test
    void aDisabledAccountIsOutWithSessionAndLiveViewWhenItsTokensAreDueAndComesInNowhere() {
        try (ShortTokens hurry = ShortTokens.of(keycloak, 10);
                ExtraAccount relief = relief("disabled")) {
            Visitor one = Visitor.signedIn(stack, relief.name(), relief.password());
            Visitor atKeycloakOnly = Visitor.signedIn(stack, relief.name(), relief.password());
            atKeycloakOnly.forgetsTheHub();
            try (LiveSocket live = pictures(one.api())) {
                relief.disable();

                Patiently.until(
                        "the live view to close",
                        PATIENCE,
                        () -> live.closeCode().isPresent());
                Patiently.until(
                        "the session to end", PATIENCE, () -> one.knownAs().isEmpty());
            }
            Visitor again = new Visitor(stack);
            assertThat(again.types(again.begins("/t/acme"), relief.name(), relief.password()))
                    .isEmpty();
            String asked = atKeycloakOnly.begins("/t/acme");
            assertThat(atKeycloakOnly.get(asked).header("Location"))
                    .as("nor by the session that was open at Keycloak")
                    .doesNotContain("code=");
        }
    }

    /** A browser that was given these cookies. */
    private Visitor with(String session, String seal) {
        Visitor somebody = new Visitor(stack);
        somebody.plant(Visitor.SESSION, session);
        if (!seal.isEmpty()) {
            somebody.plant(Visitor.SEAL, seal);
        }
        return somebody;
    }

    /** Somebody who may watch the gate. */
    private ExtraAccount relief(String name) {
        ExtraAccount account = ExtraAccount.make(keycloak, name);
        var made = owner().post(
                        "/api/v1/t/acme/grants",
                        "{\"account\":\"" + account.id() + "\",\"camera\":\"" + gate + "\",\"actions\":[\"LIVE\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        grants.add(made.json().path("id").asText());
        return account;
    }

    private HubApi owner() {
        return Visitor.signedIn(stack, "owner").api();
    }

    private LiveSocket pictures(HubApi api) {
        LiveSocket live = LiveSocket.watch(api, "acme", gate);
        Patiently.until("pictures", PATIENCE, () -> !live.fragments().isEmpty());
        return live;
    }

    private static void closes(LiveSocket live) {
        Patiently.until(
                "the live view to close", PATIENCE, () -> live.closeCode().isPresent());
    }
}
