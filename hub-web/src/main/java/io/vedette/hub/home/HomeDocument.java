package io.vedette.hub.home;

import io.vedette.hub.fleet.StateCount;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first page for programs: the same numbers, counted by the same queries. */
public record HomeDocument(
        Instant at,
        int cameras,
        List<InState> states,
        List<OfNeed> needs,
        List<OfSite> sites,
        List<OfCoverage> coverage,
        OfUploads uploads,
        OfStorage storage) {

    public record InState(String state, long count) {}

    /** @param title in the language of whoever asked, like {@code why}
     * @param picture what the camera saw last, where there is one */
    public record OfNeed(
            String kind,
            String title,
            String why,
            @Nullable Instant since,
            String href,
            @Nullable String picture) {}

    /** Today's recordings of a site, by the hours of its own day. */
    public record OfSite(String site, String name, String zone, long recordings, List<OfHour> hours) {}

    public record OfHour(Instant from, Instant to, long recordings) {}

    /**
     * Today of one of the first cameras, by the clocks of its site.
     *
     * @param percent of the day until now that is recorded
     * @param lost how many times of the day it was lost, one that began before included
     */
    public record OfCoverage(UUID camera, Instant from, Instant to, int percent, long recordings, int lost) {}

    public record OfUploads(long waiting, long moving, long failed) {}

    /** @param disk only for whoever runs the organisation */
    public record OfStorage(
            long vaultBytes,
            long vaultRecordings,
            long edgeBytes,
            long edgeRecordings,
            List<OfCamera> cameras,
            @Nullable OfDisk disk) {}

    public record OfCamera(UUID camera, long vaultBytes, long vaultRecordings) {}

    public record OfDisk(long freeBytes, long totalBytes) {}

    static HomeDocument of(String slug, Figures figures, Locale language) {
        return new HomeDocument(
                figures.now(),
                figures.cameras().size(),
                StateCount.of(figures.states()).stream()
                        .map(one -> new InState(one.state(), one.count()))
                        .toList(),
                Need.of(figures, language).map(need -> need(slug, need)).toList(),
                figures.hours().stream().map(HomeDocument::site).toList(),
                figures.coverage().stream()
                        .map(one -> new OfCoverage(
                                one.camera(), one.from(), one.to(), one.percent(), one.recordings(), one.lost()))
                        .toList(),
                new OfUploads(
                        figures.uploads(OpenUploads.Kind.WAITING),
                        figures.uploads(OpenUploads.Kind.MOVING),
                        figures.uploads(OpenUploads.Kind.FAILED)),
                storage(figures));
    }

    private static OfNeed need(String slug, Need need) {
        var since = need.since();
        return new OfNeed(
                need.kind(),
                need.title(),
                need.why(),
                since == null ? null : Instant.parse(since.iso()),
                "/t/" + slug + need.href(),
                need.picture() == null ? null : "/t/" + slug + need.picture());
    }

    private static OfSite site(SiteHours hours) {
        return new OfSite(
                hours.id(),
                hours.name(),
                hours.zone(),
                hours.count(),
                hours.hours().stream()
                        .map(hour -> new OfHour(hour.from(), hour.to(), hour.count()))
                        .toList());
    }

    private static OfStorage storage(Figures figures) {
        return new OfStorage(
                figures.bytes(Place.VAULT),
                figures.recordings(Place.VAULT),
                figures.bytes(Place.EDGE),
                figures.recordings(Place.EDGE),
                figures.inVault().stream()
                        .map(one -> new OfCamera(one.camera(), one.bytes(), one.recordings()))
                        .toList(),
                figures.disk()
                        .map(space -> new OfDisk(space.free(), space.total()))
                        .orElse(null));
    }
}
