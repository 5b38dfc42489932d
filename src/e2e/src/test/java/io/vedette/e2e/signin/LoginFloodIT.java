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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody tries passwords: many at one account, and a few at each of several. */
@EndToEnd
@Order(55)
class LoginFloodIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;
    private static final int AT_THE_ONE = 40;
    private static final int AT_EACH = 3;
    private static final int PAGES_IN_QUIET = 25;

    private Stack stack;
    private KeycloakAdmin keycloak;
    private List<ExtraAccount> accounts;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
        keycloak = new KeycloakAdmin(stack);
        accounts = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> ExtraAccount.make(keycloak, "sprayed-" + number))
                .toList();
    }

    @AfterEach
    void leave() {
        accounts.forEach(ExtraAccount::close);
        keycloak.close();
    }

    @Test
    void nobodyComesInTheAccountIsLockedAndWhoIsInGoesOn() throws Exception {
        HubApi api = Visitor.signedIn(stack, "owner").api();
        ExtraAccount one = accounts.getFirst();
        try (LiveSocket live =
                LiveSocket.watch(api, "acme", stack.camera(Seed.GATE).toString())) {
            Patiently.until("pictures", PATIENCE, () -> !live.fragments().isEmpty());
            Asking quiet = Asking.again(() -> api.get("/t/acme").status());
            quiet.goesOn(PAGES_IN_QUIET);
            quiet.close();
            int before = live.fragments().size();

            Asking meanwhile = Asking.again(() -> api.get("/t/acme").status());
            long taken = flood(one);
            meanwhile.close();

            System.out.printf(
                    "somebody's page, p95 of %d without a flood: %d ms; p95 of %d in the flood: %d ms%n",
                    quiet.count(),
                    quiet.p95().toMillis(),
                    meanwhile.count(),
                    meanwhile.p95().toMillis());
            assertThat(taken).as("passwords that were taken").isZero();
            assertThat(meanwhile.count()).isPositive();
            assertThat(meanwhile.failures()).isEmpty();
            Patiently.until("more pictures", PATIENCE, () -> live.fragments().size() > before);
            assertThat(live.closeCode()).isEmpty();
        }
        Patiently.until(
                "the lock",
                PATIENCE,
                () -> keycloak.get(lockOf(one)).path("disabled").asBoolean());
        assertThat(comesIn(one, one.password()))
                .as("the right password, while locked")
                .isFalse();

        keycloak.delete(lockOf(one));
        assertThat(comesIn(one, one.password())).as("afterwards").isTrue();
    }

    /** Returns how many wrong passwords were taken. */
    private long flood(ExtraAccount one) throws InterruptedException, ExecutionException {
        Stream<ExtraAccount> alike = IntStream.range(0, AT_THE_ONE).mapToObj(again -> one);
        Stream<ExtraAccount> spray = IntStream.range(0, AT_EACH)
                .boxed()
                .flatMap(again -> accounts.stream().skip(1));
        List<Callable<Boolean>> tries = Stream.concat(alike, spray)
                .<Callable<Boolean>>map(account -> () -> comesIn(account, "not-the-password-of-anybody"))
                .toList();
        long taken = 0;
        try (ExecutorService attackers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Boolean> end : attackers.invokeAll(tries)) {
                taken += end.get() ? 1 : 0;
            }
        }
        return taken;
    }

    private boolean comesIn(ExtraAccount account, String password) {
        Visitor somebody = new Visitor(stack);
        return somebody.types(somebody.begins("/t/acme"), account.name(), password)
                .isPresent();
    }

    private static String lockOf(ExtraAccount account) {
        return "/vedette/attack-detection/brute-force/users/" + account.id();
    }
}
