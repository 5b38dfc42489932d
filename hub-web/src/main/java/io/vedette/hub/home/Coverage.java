package io.vedette.hub.home;

import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Presence;
import io.vedette.hub.recordings.boundary.DayStrip;
import io.vedette.hub.recordings.boundary.DayStrip.Span;
import io.vedette.hub.recordings.entity.CoverageFigures.Stretch;
import io.vedette.hub.recordings.entity.CoverageFigures.Turn;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Today of one camera, by the clocks of its site: when it recorded and when it was lost.
 *
 * @param date of that day
 * @param percent of the day until now that is recorded
 * @param recordings that began today, as the list of them has them: also those whose pictures are gone
 * @param agentless no agent is beside it and nothing of today was recorded or lost
 * @param lost how many times of today it was lost; one from before midnight counts with its rest
 */
public record Coverage(
        UUID camera,
        String name,
        String date,
        Instant from,
        Instant to,
        DayStrip strip,
        int percent,
        long recordings,
        boolean agentless,
        int lost,
        boolean lostNow) {

    /**
     * @param stretches of any cameras, the earliest first; one from before midnight that reaches into the day counts with its
     *     rest
     */
    static Coverage of(CameraSight sight, Instant now, List<Stretch> stretches, List<Turn> turns) {
        UUID camera = sight.camera().id().value();
        SiteDay day = SiteDay.of(now, sight.site().zone());
        boolean lostNow = sight.presence().state() == Presence.State.LOST;
        List<Stretch> recorded = stretches.stream()
                .filter(one -> one.camera().equals(camera))
                .filter(one -> one.to().isAfter(day.begin()) && one.from().isBefore(day.end()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        List<Turn> own = turns.stream()
                .filter(one -> one.camera().equals(camera) && day.holds(one.at()))
                .toList();
        List<Span> losses = losses(day, own, now, lostNow);
        List<Span> spans = new ArrayList<>(losses);
        recorded.forEach(one -> spans.add(Span.recorded(one.place(), one.from(), one.to())));
        return new Coverage(
                camera,
                sight.camera().name(),
                day.date().toString(),
                day.begin(),
                day.end(),
                DayStrip.of(day, spans, now),
                covered(day, now, recorded),
                stretches.stream()
                        .filter(one -> one.camera().equals(camera) && day.holds(one.from()))
                        .mapToLong(Stretch::recordings)
                        .sum(),
                sight.agent().isEmpty() && recorded.isEmpty() && own.isEmpty(),
                losses.size(),
                lostNow);
    }

    /** The percentage as people read it: a little is not nothing. */
    public String share() {
        boolean some = strip.bars().stream()
                .anyMatch(bar -> bar.look().equals("rec") || bar.look().equals("edge"));
        return percent == 0 && some ? "< 1 %" : percent + " %";
    }

    /** A day that begins with the return of pictures, or is without them and knows of no loss, began without them. */
    private static List<Span> losses(SiteDay day, List<Turn> turns, Instant now, boolean lostNow) {
        List<Span> losses = new ArrayList<>();
        if (turns.isEmpty() && lostNow) {
            losses.add(Span.gap(day.begin(), now, ""));
        } else if (!turns.isEmpty() && !turns.getFirst().lost()) {
            losses.add(Span.gap(day.begin(), turns.getFirst().at(), ""));
        }
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).lost()) {
                Instant until = i + 1 < turns.size() ? turns.get(i + 1).at() : now;
                losses.add(Span.gap(turns.get(i).at(), until, ""));
            }
        }
        return losses;
    }

    private static int covered(SiteDay day, Instant now, List<Stretch> recorded) {
        long passed = Math.max(1, Duration.between(day.begin(), now).toMillis());
        long kept = recorded.stream()
                .filter(one -> one.place() != Place.GONE && one.place() != Place.LEAVING)
                .mapToLong(one -> day.holds(one.from())
                        ? one.millis()
                        : Math.min(
                                one.millis(),
                                Duration.between(day.begin(), one.to()).toMillis()))
                .sum();
        return (int) Math.clamp(100 * kept / passed, 0, 100);
    }
}
