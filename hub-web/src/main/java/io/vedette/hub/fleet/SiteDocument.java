package io.vedette.hub.fleet;

import io.vedette.hub.cameras.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site in the interface for programs.
 *
 * @param version counts changes; the same as the entity tag
 */
public record SiteDocument(String id, String name, int version, String timeZone) {
    /** All the asker may know of. */
    public record SiteList(List<SiteDocument> sites) {}

    /** What a new site is made of. */
    public record NewSite(String name, String timeZone) {}

    /** What changes about a site; a part that is left out stays as it is. */
    public record SiteChange(
            @Nullable String name, @Nullable String timeZone) {}

    static SiteDocument of(Site site) {
        return new SiteDocument(
                site.id().toString(), site.name(), site.version(), site.zone().getId());
    }
}
