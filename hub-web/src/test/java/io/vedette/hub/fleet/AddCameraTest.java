package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quotas;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddCameraTest {
    private final HubWorld world = new HubWorld();
    private final AddCamera adding = new AddCamera(world.cameras, world.sites);
    private final SiteId yard = world.site(world.owner, "Yard");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCameraBeyondTheQuotaStaysInItsFormWithTheWordsAndMakesNoSiteEither() {
        quota(1);
        assertThat(add(form("Gate", "site:" + yard))).isPresent();

        FormInput there = form("Till", "site:" + yard);
        FormInput elsewhere =
                form("Till", AddCamera.NEW_SITE).preset("site", "Shop").preset("zone", "Europe/Berlin");
        for (FormInput form : List.of(there, elsewhere)) {
            assertThat(add(form)).isEmpty();
            assertThat(form.error("name")).isEqualTo("form.camera.quota");
            assertThat(form.text("name")).isEqualTo("Till");
        }
        assertThat(world.inTenant(world.owner, () -> world.sites.all(world.owner)))
                .extracting(Site::name)
                .containsExactly("Yard");
    }

    @Test
    void withinTheQuotaItIsAddedAtANewSiteToo() {
        quota(1);

        FormInput form = form("Till", AddCamera.NEW_SITE).preset("site", "Shop").preset("zone", "Europe/Berlin");

        assertThat(add(form)).isPresent();
        assertThat(form.anyWrong()).isFalse();
    }

    private static FormInput form(String name, String place) {
        return FormInput.empty().preset("name", name).preset("place", place);
    }

    private Optional<CameraId> add(FormInput form) {
        return world.inTenant(world.owner, () -> adding.add(world.owner, form));
    }

    private void quota(long cameras) {
        var tenant = world.owner.tenant();
        world.work.run(
                tenant,
                () -> new Quotas(world.work)
                        .set(tenant, Limit.CAMERAS, OptionalLong.of(cameras), "contract", world.clock.instant()));
    }
}
