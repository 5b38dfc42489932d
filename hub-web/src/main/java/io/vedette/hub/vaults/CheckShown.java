package io.vedette.hub.vaults;

import io.vedette.vault.check.CheckStore;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a place out, for its page.
 *
 * @param kind who can mend it; null when nothing needs mending
 * @param said what the store said
 */
public record CheckShown(List<Line> lines, @Nullable String kind, String said) {
    /** @param outcome {@code passed}, {@code failed} or {@code left} for what was not come to */
    public record Line(String step, String outcome) {}

    static CheckShown of(CheckStore.Report report) {
        List<Line> lines = Stream.of(CheckStore.Step.values())
                .map(step -> new Line(step.name(), outcome(step, report)))
                .toList();
        return new CheckShown(
                lines,
                report.failure().map(failure -> failure.kind().name()).orElse(null),
                report.failure().map(CheckStore.Failure::said).orElse(""));
    }

    private static String outcome(CheckStore.Step step, CheckStore.Report report) {
        if (report.passed().contains(step)) {
            return "passed";
        }
        return report.failure().filter(failure -> failure.step() == step).isPresent() ? "failed" : "left";
    }
}
