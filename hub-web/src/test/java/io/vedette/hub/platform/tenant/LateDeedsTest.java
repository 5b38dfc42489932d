package io.vedette.hub.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.HubWorld;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What belongs to no transaction is written soon, and one that cannot be written holds up no other. */
class LateDeedsTest {
    private final HubWorld world = new HubWorld();
    private final LateDeeds late = new LateDeeds(world.work);

    @AfterEach
    void close() {
        late.stop();
        world.close();
    }

    private static Deed named(String name) {
        return Deed.of(DeedKind.LOGIN, "account", "guard", name);
    }

    private List<String> names() {
        return world.inTenant(
                world.owner,
                () -> world.work
                        .entities(world.owner.tenant())
                        .createNativeQuery("select subject_name from audit_entry order by seq", String.class)
                        .getResultStream()
                        .map(String.class::cast)
                        .toList());
    }

    @Test
    void deedsAreWrittenInTheirOrder() {
        for (String name : List.of("one", "two", "three")) {
            late.note(world.owner.tenant(), Doer.HUB, named(name));
        }

        late.write();

        assertThat(names()).containsExactly("one", "two", "three");
    }

    @Test
    void aDeedThatCannotBeWrittenLetsTheOthersPass() {
        late.note(world.owner.tenant(), Doer.HUB, named("never").span(Instant.EPOCH, Instant.MAX));
        late.note(world.owner.tenant(), Doer.HUB, named("well"));

        late.write();
        late.write();

        assertThat(names()).containsExactly("well");
    }
}
