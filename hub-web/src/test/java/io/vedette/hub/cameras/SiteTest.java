package io.vedette.hub.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.tenancy.Name;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SiteTest {
    @Test
    void utcIsCalledAsPeopleKnowIt() {
        assertThat(zone("Etc/UTC")).isEqualTo("UTC");
        assertThat(zone("Europe/Berlin")).isEqualTo("Europe/Berlin");
    }

    private static String zone(String id) {
        var site = new Site(SiteId.fresh());
        site.become(new Name("Depot"), ZoneId.of(id), PostalAddress.NONE);
        return site.zone().getId();
    }
}
