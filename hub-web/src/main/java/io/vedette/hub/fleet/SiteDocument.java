package io.vedette.hub.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.cameras.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A site in the interface for programs.
 *
 * @param version counts changes; the same as the entity tag
 * @param address where it is, as people write it; may be empty
 */
public record SiteDocument(String id, String name, int version, String timeZone, String address) {
    /**
     * All the asker may know of.
     *
     * @param next address of the next page; absent at the end
     */
    public record SiteList(
            List<SiteDocument> sites, @Nullable String next) {}

    /** What a new site is made of. */
    public record NewSite(
            String name,
            String timeZone,
            @JsonSetter(nulls = Nulls.SET) @Nullable String address) {}

    /** What changes about a site: {@code name}, {@code timeZone}, {@code address}; a part that is left out stays as it is. */
    public record SiteChange(Map<String, String> fields) {
        private static final Set<String> KNOWN = Set.of("name", "timeZone", "address");

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public SiteChange {
            if (!KNOWN.containsAll(fields.keySet())) {
                throw new IllegalArgumentException("of a site, name, timeZone and address can change");
            }
        }

        Optional<String> name() {
            return Optional.ofNullable(fields.get("name"));
        }

        Optional<String> timeZone() {
            return Optional.ofNullable(fields.get("timeZone"));
        }

        Optional<String> address() {
            return Optional.ofNullable(fields.get("address"));
        }
    }

    static SiteDocument of(Site site) {
        return new SiteDocument(
                site.id().toString(), site.name(), site.version(), site.zone().getId(), site.address());
    }
}
