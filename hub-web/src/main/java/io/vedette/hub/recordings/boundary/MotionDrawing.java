package io.vedette.hub.recordings.boundary;

import io.vedette.hub.recordings.entity.MovedSpan;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Motion over a strip, as one SVG path in a box of 1000 by 100: a busy day has more stretches than a page should have marks. */
final class MotionDrawing {
    private static final double WIDTH = 1000;
    /** Less could not be seen. */
    private static final double NARROWEST = 2;
    /** In a day, stretches closer than this are one mark. */
    private static final int PAUSE_OF_A_DAY = 15;

    private MotionDrawing() {}

    static String day(SiteDay day, List<Recordings.Span> recorded) {
        StringBuilder path = new StringBuilder();
        for (Recordings.Span one : recorded) {
            for (MovedSpan span : MovedSpan.of(one.moved(), PAUSE_OF_A_DAY)) {
                Instant until = one.startedAt().plusSeconds(span.until());
                if (until.isAfter(day.begin())) {
                    mark(path, day.share(one.startedAt().plusSeconds(span.from())), day.share(until));
                }
            }
        }
        return path.toString();
    }

    static String recording(List<MovedSpan> spans, double seconds) {
        StringBuilder path = new StringBuilder();
        for (MovedSpan span : spans) {
            mark(path, Math.min(1, span.from() / seconds), Math.min(1, span.until() / seconds));
        }
        return path.toString();
    }

    private static void mark(StringBuilder path, double from, double until) {
        double width = Math.max(NARROWEST, (until - from) * WIDTH);
        path.append(String.format(Locale.ROOT, "M%.1f 20h%.1fv60h-%.1fz", from * WIDTH, width, width));
    }

    /** In how many minutes of the day it moved. */
    static int minutes(SiteDay day, List<Recordings.Span> recorded) {
        Set<Instant> minutes = new HashSet<>();
        for (Recordings.Span one : recorded) {
            BitSet moved = one.moved();
            for (int second = moved.nextSetBit(0); second >= 0; second = moved.nextSetBit(second + 1)) {
                Instant at = one.startedAt().plusSeconds(second);
                if (day.holds(at)) {
                    minutes.add(at.truncatedTo(ChronoUnit.MINUTES));
                }
            }
        }
        return minutes.size();
    }
}
