package io.vedette.hub.vaults.accounts;

import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the forms of key pairs offer: the tenant's sites and places. Within a tenant's work. */
@Singleton
public class AccountChoices {
    private final Sites sites;
    private final StorageProviders providers;

    @Inject
    AccountChoices(Sites sites, StorageProviders providers) {
        this.sites = sites;
        this.providers = providers;
    }

    /** An entry of a choice. */
    public record Entry(String id, String name) {}

    Map<SiteId, String> siteNames(Visit visit) {
        return sites.all(visit.viewer()).stream().collect(Collectors.toMap(Site::id, Site::name));
    }

    Set<SiteId> siteIds(Visit visit) {
        return siteNames(visit).keySet();
    }

    Set<StorageProviderId> providerIds(Visit visit) {
        return providers.all(visit.viewer().tenant()).stream()
                .map(StorageProvider::id)
                .collect(Collectors.toSet());
    }

    /** For the template of the fields. */
    Map<String, List<Entry>> entries(Visit visit) {
        return Map.of(
                "sites",
                sites.all(visit.viewer()).stream()
                        .map(site -> new Entry(site.id().toString(), site.name()))
                        .toList(),
                "providers",
                providers.all(visit.viewer().tenant()).stream()
                        .map(one -> new Entry(one.id().toString(), one.name()))
                        .toList());
    }
}
