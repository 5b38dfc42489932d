package io.vedette.hub.fleet;

import io.vedette.hub.cameras.Site;
import java.util.List;

/** A site in the interface for programs. */
public record SiteDocument(String id, String name, String timeZone) {
    /** All the asker may know of. */
    public record SiteList(List<SiteDocument> sites) {}

    /** What a new site is made of. */
    public record NewSite(String name, String timeZone) {}

    static SiteDocument of(Site site) {
        return new SiteDocument(site.id().toString(), site.name(), site.zone().getId());
    }
}
