package io.vedette.stack.edge;

import io.vedette.agent.AgentFlags;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.ChildSpec;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Java;
import io.vedette.stack.process.Stage;
import io.vedette.stack.state.PrivateFile;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.time.Wait;
import io.vedette.stack.words.StackFailed;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One agent, from the very jar that the hub hands out. */
public final class AgentProcess {
    private static final Duration PAIRING_PATIENCE = Duration.ofSeconds(60);

    private final AgentPlan plan;
    private final VarFolder var;
    private final Path jar;

    public AgentProcess(AgentPlan plan, VarFolder var, Path jar) {
        this.plan = plan;
        this.var = var;
        this.jar = jar;
    }

    public String name() {
        return "agent-" + plan.name();
    }

    /** Its key, its settings and its spool. */
    public Path home() {
        return var.folder("agents").resolve(plan.name());
    }

    public boolean isPaired() {
        return Files.exists(home().resolve("agent.json"));
    }

    /** Pairs through the hub's own door, by the command that a person would type. */
    public void pair(Children children, PairingToken token) {
        Path answers = var.folder("agents").resolve(plan.name() + ".answers");
        PrivateFile.write(answers, answers(token));
        try {
            String name = name() + "-pair";
            Child pairing = children.startPassing(spec(
                    name,
                    List.of(
                            "pair",
                            plan.hub().toString(),
                            "--home",
                            home().toString(),
                            "--answers",
                            answers.toString()),
                    false));
            boolean ended = Wait.until(PAIRING_PATIENCE, Duration.ofMillis(100), () -> !pairing.isAlive());
            if (!ended || pairing.exitCode() != 0) {
                throw new StackFailed(pairing.obituary());
            }
            pairing.stop(); // ended already: forgets its pid
        } finally {
            answers.toFile().delete();
        }
    }

    public Child start(Children children) {
        return children.start(spec(name(), List.of("run", "--home", home().toString(), "--until-stdin-closes"), true));
    }

    private ChildSpec spec(String name, List<String> arguments, boolean leash) {
        String mark = Java.mark(var, name);
        List<String> java = new ArrayList<>(AgentFlags.jvm(var.folder("cache")));
        java.addAll(List.of("-jar", jar.toString()));
        java.addAll(arguments);
        return new ChildSpec(
                name, Stage.EDGE, Java.command(mark, java), AgentFlags.ENVIRONMENT, var.root(), mark, leash, List.of());
    }

    private String answers(PairingToken token) {
        StringBuilder text = new StringBuilder();
        line(text, "token", token.reveal());
        line(text, "camera", plan.main().toString());
        plan.sub().map(URI::toString).ifPresent(sub -> line(text, "sub", sub));
        line(text, "user", plan.user());
        line(text, "password", plan.password().reveal());
        line(text, "delivery", plan.delivery());
        return text.toString();
    }

    /** A backslash begins an escape in a properties file. */
    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(value.replace("\\", "\\\\")).append('\n');
    }
}
