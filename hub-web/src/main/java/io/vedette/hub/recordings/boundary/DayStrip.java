package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.entity.CameraEvent;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A day drawn as a strip: footage, what is still at the edge, what is gone, gaps. Positions are SVG percentages.
 *
 * @param hours under it, the last at its end
 * @param now where this moment is; empty on another day
 * @param gaps the drawn ones in words, the last first
 */
public record DayStrip(List<Bar> bars, List<Hour> hours, String now, List<Gap> gaps) {
    /** Less than this cannot be seen: two pixels of a thousand. */
    private static final double NARROWEST = 0.0015;

    private static final int HOURS_BETWEEN = 3;

    /** @param look the class of the style sheet: rec, edge, gone or gap */
    public record Bar(String x, String width, String look, String title) {}

    public record Hour(String x, String label) {}

    /** @param time from when until when, by the clocks of the site */
    public record Gap(String time, String reason) {}

    /** @param until this moment, if pictures are not back */
    private record Loss(Instant from, Instant until, String reason) {}

    /** @param events of the day, and the last one before it if nothing was recorded since: a loss may have begun then */
    static DayStrip of(
            SiteDay day, List<Recording> recordings, List<CameraEvent> events, Instant now, Locale language) {
        List<Loss> losses = losses(day, recordings, events, now, language);
        List<Bar> bars = new ArrayList<>();
        for (Loss loss : losses) {
            String title = Messages.text(language, "recordings.gap", loss.reason());
            bars.add(bar(day, loss.from(), loss.until(), "gap", title));
        }
        for (Recording recording : recordings) {
            String look = switch (recording.place()) {
                case VAULT -> "rec";
                case EDGE -> "edge";
                case GONE -> "gone";
            };
            String time = Wording.clock(recording.startedAt(), day.zone());
            bars.add(bar(day, recording.startedAt(), recording.endedAt(), look, time));
        }
        return new DayStrip(
                bars,
                hours(day),
                day.holds(now) ? Wording.percent(day.share(now)) : "",
                losses.stream()
                        .map(loss -> new Gap(time(day, loss, now, language), loss.reason()))
                        .toList()
                        .reversed());
    }

    /**
     * From each loss of pictures to their return, or to a recording: an agent that started anew does not tell of a return. One
     * that has not returned lasts until now.
     */
    private static List<Loss> losses(
            SiteDay day, List<Recording> recordings, List<CameraEvent> events, Instant now, Locale language) {
        List<Loss> losses = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            CameraEvent event = events.get(i);
            if (event.lost()) {
                Instant told = i + 1 < events.size() ? events.get(i + 1).startedAt() : now;
                Instant until = recordings.stream()
                        .map(Recording::startedAt)
                        .filter(start -> start.isAfter(event.startedAt()) && start.isBefore(told))
                        .findFirst()
                        .orElse(told);
                if (until.isAfter(day.begin())) {
                    losses.add(new Loss(event.startedAt(), until, reason(event, language)));
                }
            }
        }
        return losses;
    }

    private static String reason(CameraEvent event, Locale language) {
        return event.detail().isBlank() ? Messages.text(language, "recordings.gap.unknown") : event.detail();
    }

    private static String time(SiteDay day, Loss loss, Instant now, Locale language) {
        Instant from = loss.from().isBefore(day.begin()) ? day.begin() : loss.from();
        String begin = Wording.clock(from, day.zone());
        if (day.holds(now) && loss.until().equals(now)) {
            return Messages.text(language, "recordings.gap.since", begin);
        }
        // midnight comes twice
        String end = loss.until().isBefore(day.end()) ? Wording.clock(loss.until(), day.zone()) : "24:00:00";
        return begin + "–" + end;
    }

    private static Bar bar(SiteDay day, Instant from, Instant to, String look, String title) {
        double begin = day.share(from);
        double width = Math.max(NARROWEST, day.share(to) - begin);
        return new Bar(Wording.percent(begin), Wording.percent(width), look, title);
    }

    /** By the clocks of the site; midnight comes twice, and the second time it is 24. */
    private static List<Hour> hours(SiteDay day) {
        return IntStream.iterate(0, hour -> hour <= 24, hour -> hour + HOURS_BETWEEN)
                .mapToObj(hour -> new Hour(Wording.percent(day.share(at(day, hour))), "%02d".formatted(hour)))
                .toList();
    }

    private static Instant at(SiteDay day, int hour) {
        return hour == 24
                ? day.end()
                : day.date().atTime(hour, 0).atZone(day.zone()).toInstant();
    }
}
