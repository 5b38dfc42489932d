package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One page of the list of cameras: site by site in the order given, because somebody looks for a camera where it hangs.
 *
 * @param page counted from 1
 * @param more whether another page follows
 */
public record CameraListing(List<SiteSection> sites, int page, boolean more) {
    static final int LINES = 100;
    private static final String NEEDS = "needs";

    /** What narrows the list, as it stands in the address. */
    static final List<String> STATES = Stream.concat(
                    Arrays.stream(Presence.State.values()).map(Presence.State::code), Stream.of(NEEDS))
            .toList();

    /**
     * Which cameras one page of the list holds, before they are read.
     *
     * @param cameras in their order
     * @param withoutCameras sites that this page names last, because nothing is in them
     */
    record Part(List<Site> sites, List<CameraId> cameras, Set<SiteId> withoutCameras, int page, boolean more) {

        CameraListing of(List<CameraSight> lines, Instant now, Locale language) {
            List<SiteSection> shown = new ArrayList<>();
            for (SiteSection section : SiteSection.of(sites, lines, now, language)) {
                if (!section.cameras().isEmpty() || withoutCameras.contains(SiteId.of(section.id()))) {
                    shown.add(section);
                }
            }
            return new CameraListing(shown, page, more);
        }
    }

    /**
     * @param all in the order of their names
     * @param state keeps only cameras in this state, by the state's code, or those in any that needs somebody; empty keeps all
     * @param page one before the first is the first, one behind the last is empty
     * @param most how many cameras a page holds
     */
    static Part part(List<Site> sites, List<Standing> all, String state, int page, int most) {
        Map<SiteId, List<Standing>> bySite = all.stream().collect(Collectors.groupingBy(Standing::site));
        List<CameraId> wanted = new ArrayList<>();
        Set<SiteId> unused = new HashSet<>();
        for (Site site : sites) {
            List<Standing> here = bySite.getOrDefault(site.id(), List.of());
            if (here.isEmpty()) {
                unused.add(site.id());
            }
            here.stream()
                    .filter(standing -> wanted(standing.state(), state))
                    .map(Standing::camera)
                    .forEach(wanted::add);
        }
        int first = (int) Math.min((Math.max(page, 1) - 1L) * most, wanted.size());
        List<CameraId> lines = wanted.subList(first, Math.min(first + most, wanted.size()));
        boolean more = first + lines.size() < wanted.size();
        return new Part(sites, lines, state.isEmpty() && !more ? unused : Set.of(), Math.max(page, 1), more);
    }

    /** As {@link #part}, of cameras that have been read. */
    public static CameraListing of(List<Site> sites, List<CameraSight> all, int most, Instant now, Locale language) {
        Part part = part(sites, all.stream().map(CameraSight::standing).toList(), "", 1, most);
        Set<CameraId> shown = Set.copyOf(part.cameras());
        return part.of(
                all.stream()
                        .filter(sight -> shown.contains(sight.camera().id()))
                        .toList(),
                now,
                language);
    }

    private static boolean wanted(Presence.State is, String state) {
        return state.isEmpty() || is.code().equals(state) || state.equals(NEEDS) && is.needsYou();
    }
}
