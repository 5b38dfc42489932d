package io.vedette.hub.fleet;

import io.vedette.hub.cameras.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
     * @param state keeps only cameras in this state, by the state's code, or those in any that needs somebody; empty keeps all
     * @param page one before the first is the first, one behind the last is empty
     * @param most how many cameras a page holds
     */
    public static CameraListing of(
            List<Site> sites, List<CameraSight> all, String state, int page, int most, Instant now, Locale language) {
        List<CameraSight> wanted = new ArrayList<>();
        for (Site site : sites) {
            all.stream()
                    .filter(sight -> sight.site().id().equals(site.id()))
                    .filter(sight -> wanted(sight.presence().state(), state))
                    .forEach(wanted::add);
        }
        int first = (int) Math.min((Math.max(page, 1) - 1L) * most, wanted.size());
        List<CameraSight> lines = wanted.subList(first, Math.min(first + most, wanted.size()));
        boolean more = first + lines.size() < wanted.size();
        Set<String> used = new HashSet<>();
        all.forEach(sight -> used.add(sight.site().id().toString()));
        List<SiteSection> shown = SiteSection.of(sites, lines, now, language).stream()
                .filter(section -> !section.cameras().isEmpty()
                        || state.isEmpty() && !more && !used.contains(section.id())) // sites without any come last
                .toList();
        return new CameraListing(shown, Math.max(page, 1), more);
    }

    private static boolean wanted(Presence.State is, String state) {
        return state.isEmpty() || is.code().equals(state) || state.equals(NEEDS) && is.needsYou();
    }
}
