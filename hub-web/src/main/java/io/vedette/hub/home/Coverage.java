package io.vedette.hub.home;

import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Presence;
import io.vedette.hub.recordings.entity.CoverageFigures.Stretch;
import io.vedette.hub.recordings.entity.CoverageFigures.Turn;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Today of one camera, by the clocks of its site: when it recorded and when it was lost.
 *
 * @param date of that day
 * @param now where this moment is on the strip
 * @param percent of the day until now that is recorded
 * @param recordings that began today, as the list of them has them: also those whose pictures are gone
 * @param lost how many times of today it was lost; one from before midnight counts with its rest
 */
public record Coverage(
        UUID camera,
        String name,
        String date,
        Instant from,
        Instant to,
        List<Bar> bars,
        String now,
        int percent,
        long recordings,
        int lost,
        boolean lostNow) {

    /** One that ends just before the next begins is drawn in one piece with it. */
    private static final Duration SEAM = Duration.ofSeconds(20);
    /** Less cannot be seen: a pixel of six hundred. */
    private static final double NARROWEST = 0.0015;

    /** @param look the class of the style sheet: rec, edge or gap */
    public record Bar(String look, String x, String width) {}

    private record Span(String look, Instant from, Instant to) {
        boolean meets(Stretch next, String itsLook) {
            return look.equals(itsLook) && !next.from().isAfter(to.plus(SEAM));
        }

        Span with(Stretch next) {
            return new Span(look, from, next.to().isAfter(to) ? next.to() : to);
        }
    }

    /**
     * @param stretches of any cameras, the earliest first; one from before midnight that reaches into the day counts with its
     *     rest
     */
    static Coverage of(CameraSight sight, Instant now, List<Stretch> stretches, List<Turn> turns) {
        UUID camera = sight.camera().id().value();
        SiteDay day = SiteDay.of(now, sight.site().zone());
        boolean lostNow = sight.presence().state() == Presence.State.LOST;
        List<Stretch> kept = stretches.stream()
                .filter(one -> one.camera().equals(camera) && one.place() != Place.GONE)
                .filter(one -> one.to().isAfter(day.begin()) && one.from().isBefore(day.end()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        List<Turn> own = turns.stream()
                .filter(one -> one.camera().equals(camera) && day.holds(one.at()))
                .toList();
        List<Span> losses = losses(day, own, now, lostNow);
        List<Span> spans = new ArrayList<>(losses);
        spans.addAll(footage(kept));
        return new Coverage(
                camera,
                sight.camera().name(),
                day.date().toString(),
                day.begin(),
                day.end(),
                spans.stream().map(span -> bar(day, span)).toList(),
                percent(day.share(now)),
                covered(day, now, kept),
                stretches.stream()
                        .filter(one -> one.camera().equals(camera) && day.holds(one.from()))
                        .mapToLong(Stretch::recordings)
                        .sum(),
                losses.size(),
                lostNow);
    }

    /** A day that begins with the return of pictures, or is without them and knows of no loss, began without them. */
    private static List<Span> losses(SiteDay day, List<Turn> turns, Instant now, boolean lostNow) {
        List<Span> losses = new ArrayList<>();
        if (turns.isEmpty() && lostNow) {
            losses.add(new Span("gap", day.begin(), now));
        } else if (!turns.isEmpty() && !turns.getFirst().lost()) {
            losses.add(new Span("gap", day.begin(), turns.getFirst().at()));
        }
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).lost()) {
                Instant until = i + 1 < turns.size() ? turns.get(i + 1).at() : now;
                losses.add(new Span("gap", turns.get(i).at(), until));
            }
        }
        return losses;
    }

    private static List<Span> footage(List<Stretch> kept) {
        List<Span> spans = new ArrayList<>();
        for (Stretch one : kept) {
            String look = one.place() == Place.VAULT ? "rec" : "edge";
            if (!spans.isEmpty() && spans.getLast().meets(one, look)) {
                spans.add(spans.removeLast().with(one));
            } else {
                spans.add(new Span(look, one.from(), one.to()));
            }
        }
        return spans;
    }

    private static int covered(SiteDay day, Instant now, List<Stretch> kept) {
        long passed = Math.max(1, Duration.between(day.begin(), now).toMillis());
        long recorded = kept.stream()
                .mapToLong(one -> day.holds(one.from())
                        ? one.millis()
                        : Math.min(
                                one.millis(),
                                Duration.between(day.begin(), one.to()).toMillis()))
                .sum();
        return (int) Math.clamp(100 * recorded / passed, 0, 100);
    }

    private static Bar bar(SiteDay day, Span span) {
        double begin = day.share(span.from());
        return new Bar(span.look(), percent(begin), percent(Math.max(NARROWEST, day.share(span.to()) - begin)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
