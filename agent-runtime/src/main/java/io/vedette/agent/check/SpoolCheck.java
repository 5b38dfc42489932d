package io.vedette.agent.check;

import io.vedette.agent.spool.Depth;
import io.vedette.agent.spool.Finding;
import io.vedette.agent.spool.SpoolInspection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What {@code vedette-agent check} says, and with which number it ends. */
public final class SpoolCheck {
    public static final int WELL = 0;
    public static final int FINDINGS = 1;

    private SpoolCheck() {}

    /**
     * Looks at the spool below a home and says what it found, a line each.
     *
     * @return the exit code
     */
    public static int run(Path home, Depth depth, Consumer<String> say) {
        List<Finding> findings = SpoolInspection.of(home, depth);
        findings.forEach(finding -> say.accept(finding.toString()));
        say.accept(findings.isEmpty() ? "All is well." : findings.size() + " findings.");
        return findings.isEmpty() ? WELL : FINDINGS;
    }
}
