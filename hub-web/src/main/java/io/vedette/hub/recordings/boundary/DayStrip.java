package io.vedette.hub.recordings.boundary;

import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A day drawn as a strip, wherever one is shown: footage, what is still at the edge, what is gone, gaps. Positions are SVG
 * percentages.
 *
 * @param hours under it, the last at its end
 * @param now where this moment is; empty on another day
 * @param motion a path of {@link MotionDrawing}; empty where none is drawn
 */
public record DayStrip(List<Bar> bars, List<Hour> hours, String now, String motion) {
    /** Less than this may be too little to see on a phone. */
    private static final double NARROW = 0.015;
    /** One that ends just before the next begins is drawn in one piece with it. */
    private static final Duration SEAM = Duration.ofSeconds(20);

    private static final int HOURS_BETWEEN = 3;

    /** The classes of the style sheet. */
    public enum Look {
        REC,
        EDGE,
        GONE,
        GAP;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param words about a gap; footage says its time by itself */
    public record Span(Look look, Instant from, Instant to, String words) {
        public static Span recorded(Place place, Instant from, Instant to) {
            Look look = switch (place) {
                case VAULT -> Look.REC;
                case EDGE -> Look.EDGE;
                case GONE, LEAVING -> Look.GONE;
            };
            return new Span(look, from, to, "");
        }

        public static Span gap(Instant from, Instant to, String words) {
            return new Span(Look.GAP, from, to, words);
        }

        private boolean meets(Span next) {
            return look != Look.GAP && look == next.look && !next.from.isAfter(to.plus(SEAM));
        }

        private Span with(Span next) {
            return new Span(look, from, next.to.isAfter(to) ? next.to : to, words);
        }
    }

    /**
     * @param look rec, edge, gone or gap
     * @param narrow it needs a mark of a width that does not shrink with the screen
     */
    public record Bar(String x, String width, String look, String title, boolean narrow) {}

    public record Hour(String x, String label) {}

    /** @param spans what lies under what comes after it; footage the earliest first */
    public static DayStrip of(SiteDay day, List<Span> spans, Instant now) {
        List<Span> pieces = new ArrayList<>();
        for (Span next : spans) {
            if (!pieces.isEmpty() && pieces.getLast().meets(next)) {
                pieces.add(pieces.removeLast().with(next));
            } else {
                pieces.add(next);
            }
        }
        return new DayStrip(
                pieces.stream().map(piece -> bar(day, piece)).toList(),
                hours(day, HOURS_BETWEEN),
                day.holds(now) ? Wording.percent(day.share(now)) : "",
                "");
    }

    DayStrip withMotion(String path) {
        return new DayStrip(bars, hours, now, path);
    }

    private static Bar bar(SiteDay day, Span span) {
        double begin = day.share(span.from());
        double width = day.share(span.to()) - begin;
        return new Bar(
                Wording.percent(begin),
                Wording.percent(width),
                span.look().code(),
                span.words().isEmpty() ? Wording.clocks(span.from(), span.to(), day) : span.words(),
                width < NARROW);
    }

    /** By the clocks of the site; midnight comes twice, and the second time it is 24. */
    public static List<Hour> hours(SiteDay day, int between) {
        return IntStream.iterate(0, hour -> hour <= 24, hour -> hour + between)
                .mapToObj(hour -> new Hour(Wording.percent(day.share(at(day, hour))), "%02d".formatted(hour)))
                .toList();
    }

    private static Instant at(SiteDay day, int hour) {
        return hour == 24
                ? day.end()
                : day.date().atTime(hour, 0).atZone(day.zone()).toInstant();
    }
}
