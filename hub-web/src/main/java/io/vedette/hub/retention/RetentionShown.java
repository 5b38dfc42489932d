package io.vedette.hub.retention;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.boundary.Wording;
import io.vedette.hub.vaults.StorageProviderId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the page of retention shows, in the words of a language. */
public final class RetentionShown {
    private RetentionShown() {}

    /** Something that a rule can be set on. */
    public record Target(String value, String name) {}

    /**
     * A rule.
     *
     * @param on what it is set on, as in the form
     * @param seen what else it says: by what programs saw, and where to it moves
     */
    public record RuleLine(String id, String on, String where, String days, String room, List<String> seen) {
        /** @param places what storage providers are called */
        static RuleLine of(
                RetentionRule rule, String where, Function<StorageProviderId, String> places, Locale language) {
            return new RuleLine(
                    rule.id().toString(),
                    RetentionForm.value(rule.scope()),
                    where,
                    days(rule.terms().days(), language),
                    rule.terms().bytes().isPresent()
                            ? Messages.text(
                                    language,
                                    "retention.at-most",
                                    Wording.size(rule.terms().bytes().getAsLong(), language))
                            : "",
                    besides(rule.terms(), places, language));
        }

        private static List<String> besides(Terms terms, Function<StorageProviderId, String> places, Locale language) {
            ByLabel seen = terms.seen();
            List<String> says = new java.util.ArrayList<>();
            seen.days()
                    .forEach((label, days) ->
                            says.add(Messages.text(language, "retention.with-label", label.value(), days)));
            seen.unseen().ifPresent(days -> says.add(Messages.text(language, "retention.nothing-seen", days)));
            terms.archive()
                    .ifPresent(one -> says.add(
                            Messages.text(language, "retention.moves-to", places.apply(one.to()), one.afterDays())));
            return List.copyOf(says);
        }

        private static String days(Terms.Days days, Locale language) {
            return switch (days) {
                case Terms.Days.Of of -> Messages.text(language, "retention.for-days", of.count());
                case Terms.Days.Endless endless -> Messages.text(language, "retention.endless");
                case Terms.Days.AsAbove above -> Messages.text(language, "retention.as-above");
            };
        }
    }

    /** What a place or camera takes up; of a site, the cameras follow. */
    public record UseLine(boolean site, String name, String size) {}

    /** What would go of a camera. */
    public record ShareLine(String camera, long recordings, String size) {}

    /**
     * What would go.
     *
     * @param span from when until when it was recorded; empty when nothing goes
     * @param leads where the rules lead to, in sentences
     */
    public record DryLine(long recordings, String size, String span, List<ShareLine> cameras, List<String> leads) {
        static DryLine of(
                DryRun.Came came,
                Function<Scope, String> scopes,
                Function<java.util.UUID, String> cameras,
                Locale language) {
            Plan plan = came.plan();
            return new DryLine(
                    plan.sum().recordings(),
                    Wording.size(plan.sum().bytes(), language),
                    span(plan, language),
                    plan.byCamera().entrySet().stream()
                            .map(one -> new ShareLine(
                                    cameras.apply(one.getKey()),
                                    one.getValue().recordings(),
                                    Wording.size(one.getValue().bytes(), language)))
                            .sorted(java.util.Comparator.comparing(ShareLine::camera))
                            .toList(),
                    Leads.of(came, scopes, language));
        }

        private static String span(Plan plan, Locale language) {
            return plan.oldest()
                    .flatMap(oldest -> plan.newest()
                            .map(newest -> Messages.text(
                                    language, "retention.span", day(oldest, language), day(newest, language))))
                    .orElse("");
        }

        private static String day(Instant at, Locale language) {
            return Moment.date(at.atOffset(ZoneOffset.UTC).toLocalDate(), language);
        }
    }

    /**
     * A run.
     *
     * @param said what keeps it from going on; empty while it goes well
     */
    public record RunLine(
            String cause,
            long chosen,
            long gone,
            String goneSize,
            String chosenSize,
            String said,
            Moment begun,
            @Nullable Moment ended) {
        static RunLine of(RetentionRun run, Instant now, Locale language) {
            return new RunLine(
                    run.cause().name(),
                    run.chosen(),
                    run.gone(),
                    Wording.size(run.goneBytes(), language),
                    Wording.size(run.chosenBytes(), language),
                    run.said().orElse(""),
                    Moment.of(run.begunAt(), ZoneOffset.UTC, now, language),
                    run.endedAt()
                            .map(at -> Moment.of(at, ZoneOffset.UTC, now, language))
                            .orElse(null));
        }
    }

    /**
     * The hub's own disk, when there is too little room on it.
     *
     * @param stuck nothing of this tenant may go
     */
    public record DiskLine(String usable, String wanted, boolean stuck) {
        static Optional<DiskLine> of(FreeDisk.State state, boolean stuck, Locale language) {
            return state.missing() == 0
                    ? Optional.empty()
                    : Optional.of(new DiskLine(
                            Wording.size(state.usable(), language), Wording.size(state.wanted(), language), stuck));
        }
    }

    /** Sentences on where it leads. */
    private static final class Leads {
        private Leads() {}

        static List<String> of(DryRun.Came came, Function<Scope, String> scopes, Locale language) {
            Forecast forecast = came.forecast();
            var says = new java.util.ArrayList<String>();
            if (came.moves().recordings() > 0) {
                says.add(Messages.text(
                        language,
                        "retention.moves",
                        came.moves().recordings(),
                        Wording.size(came.moves().bytes(), language)));
            }
            says.add(Messages.text(language, "retention.per-day", Wording.size(forecast.perDay(), language)));
            says.add(
                    forecast.settles().isPresent()
                            ? Messages.text(
                                    language,
                                    "retention.settles",
                                    Wording.size(forecast.settles().getAsLong(), language))
                            : Messages.text(language, "retention.grows"));
            for (Forecast.CapMet cap : forecast.caps()) {
                String size = Wording.size(cap.bytes(), language);
                String where = scopes.apply(cap.scope());
                says.add(
                        cap.inDays().isEmpty()
                                ? Messages.text(language, "retention.cap.never", where, size)
                                : Messages.text(
                                        language,
                                        "retention.cap.in",
                                        where,
                                        size,
                                        cap.inDays().getAsLong()));
            }
            return List.copyOf(says);
        }
    }
}
