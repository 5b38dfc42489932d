package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.HubWorld;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Drawn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitsTest {
    @Test
    void whoeverBelongsToSeveralTenantsReadsTheirNamesAndNoneThatIsNotHere() {
        try (var world = new HubWorld()) {
            var visits = world.visits();
            var person = guest(
                    new Membership("factory", world.owner.tenant().value()),
                    new Membership("store", world.stranger.tenant().value()),
                    new Membership("elsewhere", UUID.randomUUID()));

            Visit visit = visits.as(person, "store", here -> here);

            assertThat(visit.tenantName()).isEqualTo("globex");
            assertThat(visit.tenants()).containsExactly(Map.entry("factory", "acme"), Map.entry("store", "globex"));
        }
    }

    @Test
    void aProblemHasTheFrameOfTheTenantInItsAddressOrOfTheFirstOneOfThePerson() {
        try (var world = new HubWorld()) {
            var visits = world.visits();
            var person = guest(
                    new Membership("factory", world.owner.tenant().value()),
                    new Membership("store", world.stranger.tenant().value()));
            var frames = new FrameOfProblems(() -> visits);

            assertThat(slug(frames, Optional.of(person), "/t/store/no-such-page"))
                    .contains("store");
            assertThat(slug(frames, Optional.of(person), "/t/elsewhere")).contains("factory");
            assertThat(slug(frames, Optional.of(person), "/nothing")).contains("factory");
            assertThat(slug(frames, Optional.empty(), "/t/store")).isEmpty();
        }
    }

    @Test
    void withoutItsFrameAProblemIsStillTold() {
        var person = guest(new Membership("store", UUID.randomUUID()));
        var frames = new FrameOfProblems(() -> {
            throw new IllegalStateException("no database");
        });

        assertThat(slug(frames, Optional.of(person), "/t/store")).isEmpty();
    }

    @Test
    void anOperatorWhoBelongsToATenantFindsTheWayToAllOfThemInTheMenuAndNobodyElseDoes() {
        try (var world = new HubWorld()) {
            var visits = world.visits();
            var here = List.of(new Membership("factory", world.owner.tenant().value()));
            var operator = new Person("operator", "operator", "Operator", "", here, true, null);
            var guest = new Person("guest", "guest", "Guest", here);

            assertThat(drawn(visits, operator)).containsPattern("id=\"me\"[\\s\\S]*href=\"/operator\"");
            assertThat(drawn(visits, guest)).doesNotContain("/operator");
        }
    }

    private static String drawn(Visits visits, Person person) {
        Visit visit = visits.as(person, "factory", here -> here);
        Frame frame = Frame.of(asking(Optional.of(person)), visit, "");
        return Drawn.framed("recordings/none", Map.of(), frame, Locale.ENGLISH);
    }

    private static Person guest(Membership... memberships) {
        return new Person("guest", "guest", "Guest", List.of(memberships));
    }

    private static Optional<String> slug(FrameOfProblems frames, Optional<Person> person, String address) {
        return frames.round(asking(person), address).map(frame -> ((Frame) frame).slug());
    }

    /** A request that came past the sign-in, with a session. */
    private static HttpServletRequest asking(Optional<Person> person) {
        var session = Proxy.newProxyInstance(
                VisitsTest.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> method.getName().equals("getAttribute") ? "csrf" : null);
        return (HttpServletRequest) Proxy.newProxyInstance(
                VisitsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> "vedette.person".equals(arguments[0]) ? person.orElse(null) : null;
                    case "getSession" -> session;
                    case "getLocales" -> Collections.emptyEnumeration();
                    default -> null;
                });
    }

    @Test
    void theWayToAnotherTenantCarriesItsName() {
        String page = Drawn.page(
                "recordings/none",
                Map.of(),
                Role.VIEWER,
                Locale.ENGLISH,
                Map.of("acme", "Acme Works", "globex", "Globex Corporation"));

        assertThat(page).containsPattern("href=\"/t/globex\"[^>]*><span>Globex Corporation</span>");
    }
}
