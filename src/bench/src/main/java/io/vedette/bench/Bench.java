package io.vedette.bench;

import io.vedette.bench.access.Access;
import io.vedette.bench.agent.AgentCost;
import io.vedette.bench.agent.FirstPicture;
import io.vedette.bench.agent.MotionLatency;
import io.vedette.bench.first.First;
import io.vedette.bench.motion.Motion;
import io.vedette.bench.vault.Vault;
import io.vedette.stack.Parts;
import io.vedette.stack.words.StackFailed;
import java.util.Map;
import java.util.function.Consumer;

/** {@code ./mvnw -Pbench -Dbench=NAME}: measures one group of figures. Runs inside Maven's own process. */
public final class Bench {
    private static final Map<String, Group> GROUPS = Map.of(
            "first",
            First::measure,
            "access",
            Access::measure,
            "motion",
            Motion::measure,
            "agent",
            Bench::agent,
            "vault",
            Vault::measure);

    private interface Group {
        void measure(Parts parts, Consumer<Figure> out);
    }

    private Bench() {}

    private static void agent(Parts parts, Consumer<Figure> out) {
        AgentCost.measure(parts, out);
        FirstPicture.measure(parts, out);
        MotionLatency.measure(parts, out);
    }

    public static void main(String[] arguments) {
        Group group = GROUPS.get(arguments[0]);
        if (group == null) {
            end("There is no bench of the name " + arguments[0] + "; there is: " + String.join(", ", GROUPS.keySet()));
            return;
        }
        try {
            group.measure(Parts.fromSystemProperties(), figure -> System.out.println(figure.line()));
        } catch (StackFailed e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    private static void end(String sentence) {
        System.out.println(sentence);
        System.exit(1);
    }
}
