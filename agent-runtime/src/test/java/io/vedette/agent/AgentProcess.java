package io.vedette.agent;

import io.vedette.agent.config.AgentHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The agent as a process of its own, with the options it is shipped with. */
public final class AgentProcess {
    private AgentProcess() {}

    /**
     * Starts it on a home that is paired already.
     *
     * @param log what it says is added here
     * @param options of {@code run}
     */
    public static Process run(AgentHome home, Path log, String... options) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(AgentFlags.jvm(Path.of(System.getProperty("user.home"), ".javacpp", "cache")));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), AgentMain.class.getName()));
        line.addAll(List.of("run", "--home", home.toString()));
        line.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(AgentFlags.ENVIRONMENT);
        return builder.start();
    }
}
