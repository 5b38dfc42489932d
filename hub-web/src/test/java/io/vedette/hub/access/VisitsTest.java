package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.HubWorld;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Drawn;
import io.vedette.hub.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitsTest {
    @Test
    void whoeverBelongsToSeveralTenantsReadsTheirNamesAndNoneThatIsNotHere() {
        try (var world = new HubWorld()) {
            var visits = new Visits(world.work, new Members(world.work), new Tenants(world.work));
            var person = new Person(
                    "guest",
                    "guest",
                    "Guest",
                    List.of(
                            new Membership("factory", world.owner.tenant().value()),
                            new Membership("store", world.stranger.tenant().value()),
                            new Membership("elsewhere", UUID.randomUUID())));

            Visit visit = visits.as(person, "store", here -> here);

            assertThat(visit.tenantName()).isEqualTo("globex");
            assertThat(visit.tenants()).containsExactly(Map.entry("factory", "acme"), Map.entry("store", "globex"));
        }
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
