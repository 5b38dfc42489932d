package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.recordings.entity.SpanWish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the form that asks for a time. Everything wrong is noted at its field. Times are local in the zone that the form shows. */
final class SpanForm {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("8000-01-01T00:00:00Z");

    private SpanForm() {}

    static Optional<SpanWish> read(FormInput form, ZoneId zone, Instant now) {
        Set<CameraId> cameras = cameras(form);
        Optional<Instant> from = moment(form, "from", zone);
        Optional<Instant> to = moment(form, "to", zone);
        if (from.isPresent() && to.isPresent()) {
            Duration length = Duration.between(from.get(), to.get());
            if (length.isNegative() || length.isZero()) {
                form.wrong("to", "form.span.before");
            } else if (length.compareTo(SpanWish.LONGEST) > 0) {
                form.wrong("to", "form.span.long");
            }
        }
        Optional<UploadPriority> priority = form.read("priority", UploadPriority::valueOf, "form.span.priority")
                .filter(SpanWish.PRIORITIES::contains);
        if (priority.isEmpty()) {
            form.wrong("priority", "form.span.priority");
        }
        Optional<Instant> deadline =
                form.text("deadline").isBlank() ? Optional.empty() : moment(form, "deadline", zone);
        if (deadline.filter(end -> !end.isAfter(now)).isPresent()) {
            form.wrong("deadline", "form.span.past");
        }
        return form.anyWrong()
                ? Optional.empty()
                : Optional.of(new SpanWish(
                        request(form),
                        cameras,
                        from.orElseThrow(),
                        to.orElseThrow(),
                        priority.orElseThrow(),
                        deadline));
    }

    private static Set<CameraId> cameras(FormInput form) {
        Set<CameraId> cameras = new HashSet<>();
        for (String text : form.all("camera")) {
            try {
                cameras.add(CameraId.of(text));
            } catch (IllegalArgumentException e) {
                form.wrong("camera", "form.span.camera");
            }
        }
        if (cameras.isEmpty()) {
            form.wrong("camera", "form.span.camera");
        }
        if (cameras.size() > SpanWish.MOST_CAMERAS) {
            form.wrong("camera", "form.span.cameras");
        }
        return cameras;
    }

    private static Optional<Instant> moment(FormInput form, String field, ZoneId zone) {
        return form.read(field, LocalDateTime::parse, "form.span.time")
                .map(local -> local.atZone(zone).toInstant())
                .filter(at -> !at.isBefore(EARLIEST) && at.isBefore(LATEST) || form.refuse(field, "form.span.time"));
    }

    /** Of the form that was sent: sending it twice is asking once. */
    private static UUID request(FormInput form) {
        try {
            return Uuids.parse(form.text("request"));
        } catch (IllegalArgumentException e) {
            return Uuids.fresh();
        }
    }

    /** Before anybody has typed. */
    static FormInput fresh(Set<CameraId> cameras, Instant from, Instant to, ZoneId zone) {
        FormInput form = FormInput.empty()
                .preset("request", Uuids.fresh().toString())
                .preset("from", local(from, zone))
                .preset("to", local(to, zone))
                .preset("priority", UploadPriority.WANTED.name());
        cameras.forEach(camera -> form.preset("camera", camera.toString()));
        return form;
    }

    private static String local(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
