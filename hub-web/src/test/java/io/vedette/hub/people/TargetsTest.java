package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.grants.Inside;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Drawn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the form offers to give, in a tenant with more cameras than anybody looks through, and in a small one. */
class TargetsTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final SiteId DEPOT = WORLD.site(WORLD.owner, "Harbour depot");
    private static final SiteId STORE = WORLD.site(WORLD.owner, "Mill Lane store");
    private static final GroupId YARD = WORLD.group(WORLD.owner, DEPOT, "Yard");
    private static final CameraId TILL = WORLD.camera(WORLD.owner, STORE, Optional.empty(), "Till 100%");
    private static final CameraId SMALL = WORLD.camera(
            WORLD.stranger, WORLD.site(WORLD.stranger, "Shop"), Optional.empty(), "Till of another tenant");

    static {
        for (int number = 1; number <= 45; number++) {
            WORLD.camera(WORLD.owner, DEPOT, Optional.of(YARD), "Gate %02d".formatted(number));
        }
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aSmallTenantSeesAllOfItsOwnAndNoFieldToFindBy() {
        TargetChoice choice = choice(WORLD.stranger, "", "");

        assertThat(choice.many()).isFalse();
        assertThat(choice.more()).isFalse();
        assertThat(labels(choice.cameras())).containsExactly("Till of another tenant");
    }

    @Test
    void aLargeTenantSeesGroupsFirstThenSomeCamerasAndThatThereAreMore() {
        TargetChoice choice = choice(WORLD.owner, "", "");

        assertThat(choice.many()).isTrue();
        assertThat(choice.more()).isTrue();
        assertThat(labels(choice.groups())).containsExactly("Harbour depot / Yard");
        assertThat(choice.count()).isEqualTo(TargetChoice.MOST);
        assertThat(choice.chosen()).as("nothing is chosen for anybody").isEmpty();
    }

    @Test
    void wordsFindByNameAndSiteInAnyOrderAndCase() {
        assertThat(labels(choice(WORLD.owner, "store TILL", "").cameras()))
                .containsExactly("Till 100% · Mill Lane store");
        assertThat(labels(choice(WORLD.owner, "depot yard", "").groups())).containsExactly("Harbour depot / Yard");
        assertThat(choice(WORLD.owner, "gate 4", "").cameras()).hasSize(10);
        assertThat(choice(WORLD.owner, "lighthouse", "").count()).isZero();
    }

    @Test
    void whatAloneFitsIsChosen() {
        assertThat(choice(WORLD.owner, "gate 17", "").chosen()).startsWith("camera:");
        assertThat(choice(WORLD.owner, "gate 1", "").chosen()).isEmpty();
    }

    @Test
    void signsThatADatabaseReadsAsAnythingAreReadAsThemselves() {
        assertThat(labels(choice(WORLD.owner, "0%", "").cameras())).containsExactly("Till 100% · Mill Lane store");
        assertThat(choice(WORLD.owner, "_", "").count()).isZero();
        assertThat(choice(WORLD.owner, "!", "").count()).isZero();
    }

    @Test
    void ofAGrantOnlyWhatLiesInsideIsOfferedAlsoWhereMuchElseComesFirst() {
        var inside = new Inside(Set.of(TILL), Set.of(new Selector.WholeSite(STORE)));

        TargetChoice choice =
                WORLD.inTenant(WORLD.owner, () -> targets(WORLD.owner).choice("", "site:" + STORE, inside));

        assertThat(labels(choice.wide())).containsExactly("Mill Lane store, the whole site");
        assertThat(choice.groups()).isEmpty();
        assertThat(labels(choice.cameras())).containsExactly("Till 100% · Mill Lane store");
        assertThat(choice.many()).isFalse();
        assertThat(choice.chosen()).isEqualTo("site:" + STORE);
    }

    private static Targets targets(Viewer viewer) {
        return Targets.of(viewer, WORLD.cameras, WORLD.sites, WORLD.tags, Locale.ENGLISH);
    }

    @Test
    void aChoiceStaysWhenTheFormComesBack() {
        TargetChoice choice = choice(WORLD.owner, "", "camera:" + TILL);

        assertThat(choice.chosen()).isEqualTo("camera:" + TILL);
        assertThat(labels(choice.cameras())).contains("Till 100% · Mill Lane store");
    }

    @Test
    void anothersCameraAndWhatIsNoneCannotBeChosen() {
        for (String value : List.of("camera:" + SMALL, "camera:", "camera:x", "group:x", "x", "")) {
            assertThat(choice(WORLD.owner, "", value).chosen()).as(value).isEmpty();
        }
    }

    @Test
    void theListThatNarrowsIsDrawnWithItsCountInEveryLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Map<String, Object> model = Map.of("choice", choice(WORLD.owner, "till", ""));

            String html = Drawn.page("people/targets", model, Role.OWNER, language);

            assertThat(html).doesNotContain("??");
            assertThat(html).containsOnlyOnce("<option").contains("selected", "id=\"target-count\" role=\"status\"");
        }
    }

    private static TargetChoice choice(Viewer viewer, String typed, String chosen) {
        return WORLD.inTenant(viewer, () -> targets(viewer).choice(typed, chosen));
    }

    private static List<String> labels(List<Target> targets) {
        return targets.stream().map(Target::label).toList();
    }
}
