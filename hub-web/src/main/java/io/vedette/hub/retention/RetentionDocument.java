package io.vedette.hub.retention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Retention, for programs. */
final class RetentionDocument {
    private RetentionDocument() {}

    /**
     * A rule. Of a site or of a camera, else of the tenant.
     *
     * @param days absent: as the next rule further away says
     * @param endless kept without an end in days, whatever is said further away
     * @param bytes that are kept at most
     */
    public record RetentionRuleDocument(
            String id,
            @Nullable String site,
            @Nullable String camera,
            @Nullable Integer days,
            boolean endless,
            @Nullable Long bytes,
            Instant changedAt) {
        static RetentionRuleDocument of(RetentionRule rule) {
            return new RetentionRuleDocument(
                    rule.id().toString(),
                    rule.scope() instanceof Scope.OneSite one ? one.site().toString() : null,
                    rule.scope() instanceof Scope.OneCamera one ? one.camera().toString() : null,
                    rule.terms().days() instanceof Terms.Days.Of of ? (Integer) of.count() : null,
                    rule.terms().days() instanceof Terms.Days.Endless,
                    boxed(rule.terms().bytes()),
                    rule.changedAt());
        }
    }

    public record RetentionRuleList(List<RetentionRuleDocument> rules) {}

    /** As {@link RetentionRuleDocument}; takes the place of what is set on the same. */
    public record NewRetentionRule(
            @JsonSetter(nulls = Nulls.SET) @Nullable String site,
            @JsonSetter(nulls = Nulls.SET) @Nullable String camera,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer days,
            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean endless,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long bytes) {
        @JsonCreator
        public NewRetentionRule {
            if (site != null && camera != null) {
                throw new IllegalArgumentException("a rule is of a site or of a camera");
            }
            var unused = terms(days, endless, bytes);
            var unusedScope = scope(site, camera);
        }

        Scope scope() {
            return scope(site, camera);
        }

        Terms terms() {
            return terms(days, endless, bytes);
        }

        private static Scope scope(@Nullable String site, @Nullable String camera) {
            if (camera != null) {
                return new Scope.OneCamera(CameraId.of(camera));
            }
            return site == null ? Scope.EVERYTHING : new Scope.OneSite(SiteId.of(site));
        }

        private static Terms terms(@Nullable Integer days, @Nullable Boolean endless, @Nullable Long bytes) {
            boolean noEnd = Boolean.TRUE.equals(endless);
            if (noEnd && days != null) {
                throw new IllegalArgumentException("either days or no end");
            }
            Terms.Days kept = days != null ? new Terms.Days.Of(days) : noEnd ? Terms.Days.ENDLESS : Terms.Days.AS_ABOVE;
            return new Terms(kept, bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
        }
    }

    /** What would go of a camera. */
    public record GoingDocument(String camera, long recordings, long bytes) {
        static List<GoingDocument> of(Plan plan) {
            return plan.byCamera().entrySet().stream()
                    .map(one -> new GoingDocument(
                            one.getKey().toString(),
                            one.getValue().recordings(),
                            one.getValue().bytes()))
                    .sorted(java.util.Comparator.comparing(GoingDocument::camera))
                    .toList();
        }
    }

    /**
     * How it stands with the bytes of a rule.
     *
     * @param now bytes that count for it
     * @param inDays when it is met; absent: never
     */
    public record CapDocument(
            @Nullable String site,
            @Nullable String camera,
            long bytes,
            long now,
            @Nullable Long inDays) {
        static CapDocument of(Forecast.CapMet cap) {
            return new CapDocument(
                    cap.scope() instanceof Scope.OneSite one ? one.site().toString() : null,
                    cap.scope() instanceof Scope.OneCamera one ? one.camera().toString() : null,
                    cap.bytes(),
                    cap.now(),
                    boxed(cap.inDays()));
        }
    }

    /**
     * What would go at the next run, and where the rules lead to.
     *
     * @param oldest when the oldest of them began; absent when nothing goes
     * @param perDay bytes that come in a day, after the last week
     * @param settles bytes that there will be in the end; absent: it grows without end
     */
    public record DryRunDocument(
            long recordings,
            long bytes,
            @Nullable Instant oldest,
            @Nullable Instant newest,
            List<GoingDocument> cameras,
            long perDay,
            @Nullable Long settles,
            List<CapDocument> caps) {
        static DryRunDocument of(DryRun.Came came) {
            Plan plan = came.plan();
            return new DryRunDocument(
                    plan.sum().recordings(),
                    plan.sum().bytes(),
                    plan.oldest().orElse(null),
                    plan.newest().orElse(null),
                    GoingDocument.of(plan),
                    came.forecast().perDay(),
                    boxed(came.forecast().settles()),
                    came.forecast().caps().stream().map(CapDocument::of).toList());
        }
    }

    /**
     * A run.
     *
     * @param chosen recordings that were to go
     * @param gone those of which nothing is left
     * @param said what keeps it from going on; absent while it goes well
     * @param endedAt absent while something of it is still to go
     */
    public record RetentionRunDocument(
            String cause,
            long chosen,
            long chosenBytes,
            long gone,
            long goneBytes,
            @Nullable String said,
            Instant begunAt,
            @Nullable Instant endedAt) {
        static RetentionRunDocument of(RetentionRun run) {
            return new RetentionRunDocument(
                    run.cause().name(),
                    run.chosen(),
                    run.chosenBytes(),
                    run.gone(),
                    run.goneBytes(),
                    run.said().orElse(null),
                    run.begunAt(),
                    run.endedAt().orElse(null));
        }
    }

    /** The latest first, at most 20. */
    public record RetentionRunList(List<RetentionRunDocument> runs) {}

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}
