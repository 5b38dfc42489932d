package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.entity.AskedSpan;
import io.vedette.hub.recordings.entity.SpanId;
import io.vedette.hub.recordings.entity.Spans;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts times that were asked for into documents and words. */
@Singleton
public class SpanShown {
    static final ZoneId UTC = ZoneId.of("UTC"); // with a name that people know

    private final Spans spans;
    private final Sites sites;
    private final Clock clock;

    @Inject
    public SpanShown(Spans spans, Sites sites, Clock clock) {
        this.spans = spans;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * A time on a page.
     *
     * @param words from when to when, with the zone
     * @param priority key of its words
     * @param open more may come
     */
    public record Line(
            String href,
            String words,
            Moment requested,
            String priority,
            @Nullable Moment deadline,
            SpanDocument counts,
            boolean open) {}

    SpanDocument document(Viewer viewer, AskedSpan span) {
        return documents(viewer, List.of(span)).getFirst();
    }

    List<SpanDocument> documents(Viewer viewer, List<AskedSpan> all) {
        Map<UUID, List<Spans.State>> states = spans
                .states(viewer, all.stream().map(AskedSpan::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Spans.State::span));
        return all.stream()
                .map(span -> SpanDocument.of(
                        span,
                        SpanProgress.of(states.getOrDefault(span.id().value(), List.of())),
                        span.requestedBy().equals(viewer.subject())))
                .toList();
    }

    Line line(Visit visit, AskedSpan span, Locale language) {
        return line(visit, document(visit.viewer(), span), zone(visit.viewer()), language);
    }

    /** The latest first, those that are over too. */
    List<Line> latest(Visit visit, int most, Locale language) {
        ZoneId zone = zone(visit.viewer());
        return documents(visit.viewer(), spans.latest(visit.viewer(), most)).stream()
                .map(document -> line(visit, document, zone, language))
                .toList();
    }

    private Line line(Visit visit, SpanDocument document, ZoneId zone, Locale language) {
        return new Line(
                at(visit, document.span()),
                Messages.text(
                        language,
                        "found.span",
                        moment(document.from(), zone, language).words(),
                        moment(document.to(), zone, language).words(),
                        zone.getId()),
                moment(document.requestedAt(), zone, language),
                "priority." + document.priority().name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(document.deadline())
                        .map(end -> moment(end, zone, language))
                        .orElse(null),
                document,
                document.progress().open());
    }

    static String at(Visit visit, SpanId span) {
        return visit.at("/span/" + span);
    }

    /** That of all sites the viewer knows of, when they have one and the same. */
    ZoneId zone(Viewer viewer) {
        List<ZoneId> zones =
                sites.all(viewer).stream().map(Site::zone).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : UTC;
    }

    private Moment moment(Instant at, ZoneId zone, Locale language) {
        return Moment.of(at, zone, clock.instant(), language);
    }
}
