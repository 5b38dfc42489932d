package io.vedette.hub.fleet;

import io.vedette.hub.cameras.Site;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A site on a page with those of its cameras that are shown there. */
public record SiteSection(String id, String name, String zone, List<CameraLine> cameras) {

    /** The sites in their order, each with its cameras; a site without any is there, too. */
    public static List<SiteSection> of(List<Site> sites, List<CameraSight> cameras, Instant now, Locale language) {
        Map<String, List<CameraLine>> bySite = cameras.stream()
                .collect(Collectors.groupingBy(
                        sight -> sight.site().id().toString(),
                        Collectors.mapping(sight -> CameraLine.of(sight, now, language), Collectors.toList())));
        return sites.stream()
                .map(site -> new SiteSection(
                        site.id().toString(),
                        site.name(),
                        site.zone().getId(),
                        bySite.getOrDefault(site.id().toString(), List.of())))
                .toList();
    }
}
