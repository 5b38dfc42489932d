package io.vedette.hub.home;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.fleet.CameraListing;
import io.vedette.hub.fleet.StateCount;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.boundary.Wording;
import io.vedette.hub.recordings.entity.OpenUploads;
import io.vedette.hub.recordings.entity.Place;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first page as its template reads it.
 *
 * @param moreNeeds how many needs are not listed
 * @param uncharted how many more cameras have a day that is not drawn
 */
public record HomeView(
        String day,
        String zones,
        List<Need> needs,
        int moreNeeds,
        List<StateCount> states,
        CameraListing listing,
        List<SiteHours> hours,
        List<Coverage> coverage,
        int uncharted,
        List<UploadCount> uploads,
        Storage storage,
        int count,
        boolean arranges) {
    static final int MOST_NEEDS = 8;
    private static final int MOST_CAMERAS = 6;
    /** A small organisation sees all of its cameras here, a large one where its list begins. */
    static final int MOST_LISTED = 24;

    /** @param kind as the list of uploads knows it */
    public record UploadCount(String kind, boolean needsYou, long count) {}

    /**
     * @param cameras those with the most in the vault
     * @param rest how many more cameras have something there
     * @param disk empty for whoever does not run the organisation
     */
    public record Storage(
            String vault, long inVault, String edge, long atEdge, List<Share> cameras, int rest, List<Disk> disk) {}

    /** One camera's part of the vault. */
    public record Share(String id, String name, String size, long bytes, long most) {}

    public record Disk(String free, String total, long used, long whole, boolean tight) {}

    /** @param everyNeed lists all that needs somebody, not only the first few */
    static HomeView of(Figures figures, Locale language, boolean everyNeed) {
        List<Site> places = figures.sites();
        int needs = everyNeed ? Integer.MAX_VALUE : MOST_NEEDS;
        return new HomeView(
                places.isEmpty()
                        ? ""
                        : Moment.day(figures.now(), places.getFirst().zone(), language),
                String.join(
                        ", ",
                        places.stream()
                                .map(Site::zone)
                                .map(ZoneId::getId)
                                .distinct()
                                .toList()),
                Need.of(figures, language).limit(needs).toList(),
                Math.max(0, figures.needs() - needs),
                StateCount.of(figures.states()),
                CameraListing.of(places, figures.cameras(), MOST_LISTED, figures.now(), language),
                figures.hours(),
                figures.coverage(),
                figures.uncharted(),
                Arrays.stream(OpenUploads.Kind.values())
                        .map(kind -> new UploadCount(
                                kind.code(),
                                kind == OpenUploads.Kind.FAILED && figures.uploads(kind) > 0,
                                figures.uploads(kind)))
                        .toList(),
                storage(figures, language),
                figures.cameras().size(),
                figures.arranges());
    }

    private static Storage storage(Figures figures, Locale language) {
        var kept = figures.inVault();
        long most = kept.isEmpty() ? 1 : kept.getFirst().bytes();
        return new Storage(
                Wording.size(figures.bytes(Place.VAULT), language),
                figures.recordings(Place.VAULT),
                Wording.size(figures.bytes(Place.EDGE), language),
                figures.recordings(Place.EDGE),
                kept.stream()
                        .limit(MOST_CAMERAS)
                        .map(one -> new Share(
                                one.camera().toString(),
                                figures.camera(new CameraId(one.camera()))
                                        .map(sight -> sight.camera().name())
                                        .orElse(""),
                                Wording.size(one.bytes(), language),
                                one.bytes(),
                                most))
                        .toList(),
                Math.max(0, kept.size() - MOST_CAMERAS),
                figures.disk().stream().map(space -> disk(space, language)).toList());
    }

    public static Disk disk(VaultSpace.Space space, Locale language) {
        return new Disk(
                Wording.size(space.free(), language),
                Wording.size(space.total(), language),
                space.total() - space.free(),
                space.total(),
                space.tight());
    }
}
