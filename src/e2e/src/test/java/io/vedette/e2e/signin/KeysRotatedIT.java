package io.vedette.e2e.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Another key signs Keycloak's tokens, while people and programs go on. */
@EndToEnd
@Order(57)
class KeysRotatedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Less than the time for which the key library would believe junk to be more than enough. */
    private static final Duration OTHERS_JUNK = Duration.ofSeconds(20);

    private Stack stack;
    private KeycloakAdmin keycloak;
    private SigningKeys keys;
    private ShortTokens hurry;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
        keycloak = new KeycloakAdmin(stack);
        keys = new SigningKeys(keycloak);
        hurry = ShortTokens.of(keycloak, 10);
    }

    @AfterEach
    void leave() {
        hurry.close();
        keys.close();
        keycloak.close();
    }

    @Test
    void nothingFailsWhileTheKeyChangesAndTheOldOneOpensNothingOnceItIsGone() {
        Visitor guard = Visitor.signedIn(stack, "guard");
        String old = guard.programsToken(keycloak);
        try (Asking people =
                        Asking.again(() -> guard.get(stack.hub() + "/t/acme").status());
                Asking programs = Asking.again(() -> opens(old))) {
            people.goesOn(5);
            programs.goesOn(5);

            for (int junk = 0; junk < 3; junk++) {
                assertThat(opens(withAnUnknownKey(old))).isEqualTo(401);
            }
            keys.rotate();
            String fresh = guard.programsToken(keycloak);
            assertThat(keyOf(fresh)).isNotEqualTo(keyOf(old));
            Patiently.until("the new key, whatever others asked about", OTHERS_JUNK, () -> opens(fresh) == 200);
            assertThat(Visitor.signedIn(stack, "guest").knownAs()).contains("guest");
            people.goesOn(10);
            programs.goesOn(10);
            programs.close();
            assertThat(programs.failures()).isEmpty();

            keys.takeTheOldOneAway();
            Patiently.until("the old key to open nothing", PATIENCE, () -> {
                opens(withAnUnknownKey(fresh)); // makes the hub ask for the keys before it would by itself
                return opens(old) == 401;
            });
            assertThat(opens(fresh)).isEqualTo(200);
            assertThat(Visitor.signedIn(stack, "guest").knownAs()).contains("guest");
            people.goesOn(10);
            people.close();
            assertThat(people.failures()).isEmpty();
        }
    }

    private int opens(String token) {
        return HubApi.withToken(stack.hub(), token).get("/api/v1/me").status();
    }

    private static String keyOf(String token) {
        return header(token).replaceFirst(".*\"kid\" *: *\"([^\"]*)\".*", "$1");
    }

    private static String header(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
    }

    private static String withAnUnknownKey(String token) {
        String header = header(token).replace(keyOf(token), "unknown");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'));
    }
}
