package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.link.CameraFault;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.boundary.DayStrip.Span;
import io.vedette.hub.recordings.entity.CameraEvent;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A day of one camera, drawn and in words.
 *
 * @param recordings how many began on it
 * @param moved in how many of its minutes something moved
 * @param gaps the drawn ones in words, the last first
 */
public record CameraDay(String date, DayStrip strip, long recordings, int moved, List<Gap> gaps) {

    /** @param time from when until when, by the clocks of the site */
    public record Gap(String time, String reason) {}

    /** @param until this moment, if pictures are not back */
    private record Loss(Instant from, Instant until, String reason) {}

    /**
     * @param recorded of the day, and what reaches into it
     * @param events of the day, and the last one before it if nothing was recorded since: a loss may have begun then
     */
    static CameraDay of(
            SiteDay day, List<Recordings.Span> recorded, List<CameraEvent> events, Instant now, Locale language) {
        List<Loss> losses = losses(day, recorded, events, now, language);
        List<Span> spans = new ArrayList<>();
        for (Loss loss : losses) {
            String words = Messages.text(language, "recordings.gap", loss.reason());
            spans.add(Span.gap(loss.from(), loss.until(), words));
        }
        recorded.forEach(one -> spans.add(Span.recorded(one.place(), one.startedAt(), one.endedAt())));
        return new CameraDay(
                day.date().toString(),
                DayStrip.of(day, spans, now).withMotion(MotionDrawing.day(day, recorded)),
                recorded.stream().filter(one -> day.holds(one.startedAt())).count(),
                MotionDrawing.minutes(day, recorded),
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
            SiteDay day, List<Recordings.Span> recorded, List<CameraEvent> events, Instant now, Locale language) {
        List<Loss> losses = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            CameraEvent event = events.get(i);
            if (event.lost()) {
                Instant told = i + 1 < events.size() ? events.get(i + 1).startedAt() : now;
                Instant until = recorded.stream()
                        .map(Recordings.Span::startedAt)
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
        String told = event.detail().isBlank() ? Messages.text(language, "recordings.gap.unknown") : event.detail();
        return event.fault()
                .filter(fault -> fault != CameraFault.OTHER)
                .map(fault ->
                        Messages.text(language, "recordings.gap." + fault.name().toLowerCase(Locale.ROOT)))
                .orElse(told);
    }

    private static String time(SiteDay day, Loss loss, Instant now, Locale language) {
        return day.holds(now) && loss.until().equals(now)
                ? Messages.text(language, "recordings.gap.since", Wording.clock(day.within(loss.from()), day.zone()))
                : Wording.clocks(loss.from(), loss.until(), day);
    }
}
