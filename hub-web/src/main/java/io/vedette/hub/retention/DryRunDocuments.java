package io.vedette.hub.retention;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What would go, and where it leads, for programs. */
final class DryRunDocuments {
    private DryRunDocuments() {}

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

    public record SumDocument(long recordings, long bytes) {
        static SumDocument of(Plan.Share share) {
            return new SumDocument(share.recordings(), share.bytes());
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
     * @param moves what moves to another place
     */
    public record DryRunDocument(
            long recordings,
            long bytes,
            @Nullable Instant oldest,
            @Nullable Instant newest,
            List<GoingDocument> cameras,
            long perDay,
            @Nullable Long settles,
            List<CapDocument> caps,
            SumDocument moves) {
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
                    came.forecast().caps().stream().map(CapDocument::of).toList(),
                    SumDocument.of(came.moves()));
        }
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}
