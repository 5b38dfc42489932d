package io.vedette.hub.people;

import java.util.List;
import java.util.Optional;

/**
 * A part of the invitations that wait, the latest first.
 *
 * @param from which of all the first line is, counted from 1
 * @param all how many there are
 * @param later the page before this one; 0 when there is none
 * @param earlier the page after this one; 0 when there is none
 */
public record InvitedPage(List<HolderLine> lines, int from, int to, int all, int later, int earlier) {
    /** As many as stand beside the accounts without hiding them. */
    static final int MOST = 10;

    /**
     * @param wanted counted from 1; 0 is the page with the chosen one. One behind the last is the last
     * @param chosen if one is
     */
    public static InvitedPage of(List<HolderLine> all, int wanted, Optional<HolderLine> chosen) {
        int last = Math.max(1, (all.size() + MOST - 1) / MOST);
        int there = chosen.map(all::indexOf).filter(at -> at >= 0).orElse(0) / MOST + 1;
        int page = Math.min(wanted > 0 ? wanted : there, last);
        int first = (page - 1) * MOST;
        int end = Math.min(first + MOST, all.size());
        return new InvitedPage(
                List.copyOf(all.subList(first, end)), first + 1, end, all.size(), page - 1, page < last ? page + 1 : 0);
    }
}
