package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.FormInput;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GrantFormTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final CameraId GATE =
            WORLD.camera(WORLD.owner, WORLD.site(WORLD.owner, "Depot"), Optional.empty(), "Gate");
    private static final Instant NOW = WORLD.clock.instant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void untilIsLocalTimeAtTheCamerasSite() {
        GrantWish wish = read(filled().preset("until", "2026-11-27T18:00")).orElseThrow();

        assertThat(wish.terms().until()).hasValue(Instant.parse("2026-11-27T17:00:00Z"));
        assertThat(wish.holder()).isEqualTo(new Holder.Person(new Subject("guard")));
        assertThat(wish.what()).isEqualTo(new Selector.OneCamera(GATE));
        assertThat(wish.terms().actions()).containsExactly(Action.LIVE);
    }

    @Test
    void withoutAnEndItHoldsUntilItIsTakenBack() {
        assertThat(read(filled()).orElseThrow().terms().until()).isEmpty();
    }

    @Test
    void anEndThatHasPassedIsNoEnd() {
        FormInput form = filled().preset("until", "2026-11-20T12:59");

        assertThat(read(form)).isEmpty();
        assertThat(form.error("until")).isEqualTo("form.until.past");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        FormInput form = FormInput.empty().preset("target", "camera:" + CameraId.fresh());

        assertThat(read(form)).isEmpty();
        assertThat(form.error("holder")).isNotEmpty();
        assertThat(form.error("target")).isNotEmpty();
        assertThat(form.error("action")).isNotEmpty();
    }

    @Test
    void aHolderWhoseNameIsNobodysIsOneFaultAndNotTwo() {
        FormInput form = FormInput.empty().preset("target", "camera:" + GATE).preset("action", "LIVE");
        form.wrong("who", "form.who.unknown");

        assertThat(read(form)).isEmpty();
        assertThat(form.wrongCount()).isEqualTo(1);
    }

    private FormInput filled() {
        return FormInput.empty()
                .preset("holder", "person:guard")
                .preset("target", "camera:" + GATE)
                .preset("action", "LIVE")
                .preset("reason", "night round");
    }

    private Optional<GrantWish> read(FormInput form) {
        return WORLD.inTenant(
                WORLD.owner,
                () -> GrantForm.read(
                        form,
                        Targets.of(WORLD.owner, WORLD.cameras, WORLD.sites, WORLD.tags, Locale.ENGLISH),
                        Optional.empty(),
                        NOW));
    }
}
