package io.vedette.hub.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Permission;
import io.vedette.hub.platform.security.TokenDoor.Answer;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that people make: who comes in with one, for how long, and what ends it. */
class PersonalTokensTest {
    private final TokenScene scene = new TokenScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aTokenLetsItsHolderIntoItsOwnTenantAndSaysWithWhatTheyCame() {
        var made = scene.make(scene.world.guard, Permission.LIVE);

        var person = scene.person(made);

        assertThat(person.subject()).isEqualTo("guard");
        assertThat(person.memberships()).singleElement().satisfies(one -> {
            assertThat(one.slug()).isEqualTo("acme");
            assertThat(one.tenant()).isEqualTo(scene.acme);
        });
        assertThat(person.verifiedEmail())
                .as("a program takes up no invitation")
                .isEmpty();
        assertThat(person.actsAs()).isEqualTo("guard by name · Backup");
    }

    @Test
    void whatIsNotTheTokenAsItWasShownIsRefusedAndNobodyElseIsAsked() {
        var guards = scene.make(scene.world.guard, Permission.LIVE);
        var owners = scene.make(scene.world.owner, Permission.LIVE);
        String right = guards.text().reveal();
        String[] parts = right.split("_");
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "cut", right.substring(0, right.length() - 1),
                "longer", right + "0",
                "upper case", right.toUpperCase(Locale.ROOT),
                "secret in upper case",
                        parts[0] + "_" + parts[1] + "_" + parts[2] + "_" + parts[3].toUpperCase(Locale.ROOT),
                "space within", right.replaceFirst("_", "_ "),
                "line break", right + "\n",
                "another secret", right.substring(0, right.length() - 64) + "0".repeat(64),
                "another's id with one's own secret",
                        owners.text().reveal().substring(0, right.length() - 64) + parts[3]));
        wrong.put(
                "another tenant",
                right.replace(parts[1], hex(scene.world.stranger.tenant().toString())));
        wrong.put("no tenant", right.replace(parts[1], "0".repeat(32)));
        wrong.put("no id", right.replace(parts[2], "0".repeat(32)));
        wrong.put("nothing but the beginning", "vdt_");

        wrong.forEach(
                (what, token) -> assertThat(scene.door.check(token)).as(what).isInstanceOf(Answer.Refused.class));
        assertThat(scene.asked).isZero();
        assertThat(scene.admits(right)).isTrue();
    }

    @Test
    void aTokenIsOverWhenItsDaysAre() {
        var made = scene.make(scene.world.guard, 7, Permission.LIVE);
        scene.pass(Duration.ofDays(7).minusMillis(1));
        var person = scene.person(made);

        scene.pass(Duration.ofMillis(1));

        assertThat(scene.admits(made.text().reveal())).isFalse();
        assertThat(scene.door.again(person)).isInstanceOf(Answer.Refused.class);
        assertThat(scene.world.inTenant(scene.world.guard, () -> scene.world.tokens.own(scene.world.guard)))
                .isEmpty();
    }

    @Test
    void aTokenTakenBackEndsAtOnceAlsoForWhomItHasLetInAndTellsWhateverIsOpen() {
        var made = scene.make(scene.world.guard, Permission.LIVE);
        var person = scene.person(made);
        boolean may = scene.visits.as(person, "acme", visit -> visit.viewer().may(Permission.LIVE));
        assertThat(may).isTrue();
        var told = new java.util.ArrayList<>();
        scene.world.roleNews.onChanged(told::add);

        scene.takeBack(scene.world.guard, made);

        assertThat(told).containsExactly(scene.acme);
        assertThat(scene.admits(made.text().reveal())).isFalse();
        assertThat(scene.door.again(person)).isInstanceOf(Answer.Refused.class);
        refused(Problem.TOKEN_REFUSED, () -> scene.visits.as(person, "acme", visit -> 1));
    }

    @Test
    void nobodyTakesBackWhatIsNotTheirs() {
        var made = scene.make(scene.world.guard, Permission.LIVE);

        refused(Problem.NOT_FOUND, () -> {
            scene.takeBack(scene.world.owner, made);
            return 1;
        });
        refused(Problem.NOT_FOUND, () -> {
            scene.takeBack(scene.world.stranger, made);
            return 1;
        });
        assertThat(scene.admits(made.text().reveal())).isTrue();
    }

    @Test
    void whoeverIsSuspendedOrRemovedHereHasNoTokenThatCounts() {
        var keepOut = new KeepOut(scene.world.work, scene.world.members, scene.world.roleNews, scene.world.clock);
        var made = scene.make(scene.world.guard, Permission.LIVE);
        assertThat(scene.admits(made.text().reveal())).isTrue();

        asOwner(() -> keepOut.suspend(scene.world.owner, scene.world.guard.subject()));
        assertThat(scene.admits(made.text().reveal())).isFalse();

        asOwner(() -> keepOut.lift(scene.world.owner, scene.world.guard.subject()));
        assertThat(scene.admits(made.text().reveal())).isTrue();

        asOwner(() -> keepOut.remove(scene.world.owner, scene.world.guard.subject()));
        assertThat(scene.admits(made.text().reveal())).isFalse();
    }

    @Test
    void whoeverIsNoMemberAtTheProviderAnyMoreIsRefusedAfterAMinuteAtMost() {
        var made = scene.make(scene.world.guard, Permission.LIVE);
        assertThat(scene.admits(made.text().reveal())).isTrue();
        scene.known.remove(scene.world.guard.subject());

        scene.pass(Duration.ofSeconds(59));
        assertThat(scene.admits(made.text().reveal())).isTrue();
        assertThat(scene.asked).isEqualTo(1);

        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.admits(made.text().reveal())).isFalse();
    }

    @Test
    void whileTheProviderIsAwayWhatItSaidCountsForItsMinuteAndThenNobodyComesIn() {
        var made = scene.make(scene.world.guard, Permission.LIVE);
        var unasked = scene.make(scene.world.owner, Permission.LIVE);
        var person = scene.person(made);
        scene.away = true;

        assertThat(scene.admits(made.text().reveal())).isTrue();
        assertThat(scene.door.check(unasked.text().reveal())).isInstanceOf(Answer.Unknown.class);

        scene.pass(Duration.ofMinutes(1));
        assertThat(scene.door.check(made.text().reveal())).isInstanceOf(Answer.Unknown.class);
        assertThat(scene.door.again(person)).isInstanceOf(Answer.Unknown.class);
        int asked = scene.asked;
        assertThat(scene.door.check(made.text().reveal())).isInstanceOf(Answer.Unknown.class);
        assertThat(scene.asked).as("it is left alone for a moment").isEqualTo(asked);

        scene.away = false;
        scene.pass(RememberedStanding.OUTAGE);
        assertThat(scene.admits(made.text().reveal())).isTrue();
    }

    @Test
    void nobodyMakesATokenThatMayMoreThanTheyDoNorOneForWhatIsTheOwnersAlone() {
        refused(Problem.MISSING_RIGHT, () -> scene.make(scene.world.guard, Permission.LIVE, Permission.AUDIT));
        for (Callable<?> wish : List.<Callable<?>>of(
                () -> scene.make(scene.world.owner, Permission.OWN),
                () -> scene.make(scene.world.owner),
                () -> scene.make(scene.world.owner, 0, Permission.LIVE),
                () -> scene.make(scene.world.owner, 366, Permission.LIVE))) {
            assertThatThrownBy(wish::call).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(scene.make(scene.world.owner, 365, Permission.LIVE).token().until())
                .isEqualTo(scene.world.clock.instant().plus(Duration.ofDays(365)));
    }

    @Test
    void thereAreFiftyEachAndThoseThatAreOverDoNotCount() {
        scene.make(scene.world.guard, 1, Permission.LIVE);
        scene.pass(Duration.ofDays(1));
        for (int i = 0; i < PersonalTokens.MOST; i++) {
            scene.make(scene.world.guard, Permission.LIVE);
        }

        refused(Problem.CONFLICT, () -> scene.make(scene.world.guard, Permission.LIVE));
        scene.make(scene.world.owner, Permission.LIVE);
    }

    @Test
    void lastUseIsKeptToTheMinuteAndOnlyForWhoHasTheSecret() {
        var made = scene.make(scene.world.guard, Permission.LIVE);
        scene.pass(Duration.ofSeconds(90));
        scene.door.check(made.text().reveal().substring(0, 70) + "0".repeat(64));
        assertThat(used()).isEmpty();

        scene.admits(made.text().reveal());
        assertThat(used()).contains(Instant.parse("2026-11-20T12:01:00Z"));

        scene.pass(Duration.ofSeconds(29));
        scene.admits(made.text().reveal());
        assertThat(used()).contains(Instant.parse("2026-11-20T12:01:00Z"));

        scene.pass(Duration.ofSeconds(1));
        scene.admits(made.text().reveal());
        assertThat(used()).contains(Instant.parse("2026-11-20T12:02:00Z"));
    }

    @Test
    void theSecretStandsInNoTextThatIsLoggedOrKept() {
        var made = scene.make(scene.world.guard, Permission.LIVE);
        String secret = made.text().reveal().split("_")[3];
        String wrong = made.text().reveal().substring(0, 70) + secret.toUpperCase(Locale.ROOT);

        assertThat(made.toString()
                        + made.text()
                        + made.token()
                        + scene.door.check(wrong)
                        + scene.door.check(made.text().reveal())
                        + scene.person(made))
                .doesNotContainIgnoringCase(secret);
        assertThat(kept()).contains("token.made", "Backup").doesNotContainIgnoringCase(secret);
    }

    @Test
    void aTokenOfOneTenantIsNotThereInAnother() {
        var made = scene.make(scene.world.guard, Permission.LIVE);

        refused(Problem.NOT_FOUND, () -> scene.visits.as(scene.person(made), "globex", visit -> 1));
        assertThat(scene.world.inTenant(
                        scene.world.stranger,
                        () -> scene.door.stands(
                                scene.world.stranger.tenant(), made.token().id().value())))
                .isFalse();
    }

    private java.util.Optional<Instant> used() {
        return scene.world.inTenant(
                scene.world.guard,
                () -> scene.world.tokens.own(scene.world.guard).getFirst().usedAt());
    }

    private String kept() {
        try (var connection = io.vedette.hub.TestDatabase.unlocked(scene.world.settings)
                        .getConnection();
                var rows = connection
                        .prepareStatement("select row_to_json(a)::text || coalesce((select string_agg(p::text, '') from"
                                + " personal_token p), '') from audit_entry a")
                        .executeQuery()) {
            var all = new StringBuilder();
            while (rows.next()) {
                all.append(rows.getString(1));
            }
            return all.toString();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asOwner(Runnable work) {
        scene.world.work.run(scene.acme, work);
    }

    private static String hex(String id) {
        return id.replace("-", "");
    }

    private static void refused(Problem problem, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
