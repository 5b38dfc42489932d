package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.platform.web.FormInput;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrantFormTest {
    private final HubWorld world = new HubWorld();
    private final CameraId gate = world.camera(world.owner, world.site(world.owner, "Depot"), Optional.empty(), "Gate");
    private final Instant now = world.clock.instant();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void untilIsLocalTimeAtTheCamerasSite() {
        GrantWish wish = read(filled().preset("until", "2026-11-27T18:00")).orElseThrow();

        assertThat(wish.until()).hasValue(Instant.parse("2026-11-27T17:00:00Z"));
        assertThat(wish.subject()).isEqualTo(new Subject("guard"));
        assertThat(wish.what()).isEqualTo(new GrantWish.OneCamera(gate));
        assertThat(wish.actions()).containsExactly(Action.LIVE);
    }

    @Test
    void withoutAnEndItHoldsUntilItIsTakenBack() {
        assertThat(read(filled()).orElseThrow().until()).isEmpty();
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
        assertThat(form.error("account")).isNotEmpty();
        assertThat(form.error("target")).isNotEmpty();
        assertThat(form.error("action")).isNotEmpty();
    }

    private FormInput filled() {
        return FormInput.empty()
                .preset("account", "guard")
                .preset("target", "camera:" + gate)
                .preset("action", "LIVE")
                .preset("reason", "night round");
    }

    private Optional<GrantWish> read(FormInput form) {
        return world.inTenant(
                world.owner, () -> GrantForm.read(form, Targets.of(world.owner, world.cameras, world.sites), now));
    }
}
