package io.vedette.e2e.journey;

import io.vedette.stack.edge.TestCameraProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The box beside the camera: an empty folder, a Java, a shell, and the line that somebody pastes there. */
final class AgentBox implements AutoCloseable {
    private static final String RUN = " && java -jar vedette-agent.jar run";
    private static final int STOP_SECONDS = 15;

    private final Process process;
    private final Path said;

    private AgentBox(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** The answers lie in a file, as nobody sits at a terminal here; the rest of the line is run as it is. */
    static AgentBox paste(Path folder, String line, String token, TestCameraProcess camera) throws IOException {
        if (!line.endsWith(RUN)) {
            throw new AssertionError("the line does not end with running the agent: " + line);
        }
        Files.writeString(folder.resolve("answers"), """
                token=%s
                camera=%s
                sub=%s
                user=%s
                password=%s
                delivery=on-demand
                """.formatted(
                        token,
                        camera.main(),
                        camera.sub(),
                        TestCameraProcess.USER,
                        camera.password().reveal())
                .replace("\\", "\\\\"));
        String here = line.substring(0, line.length() - RUN.length())
                + " --home home --answers answers && exec java -jar vedette-agent.jar run --home home --until-stdin-closes";
        Path said = folder.resolve("said");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", here)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Path java = Path.of(System.getProperty("java.home"), "bin");
        shell.environment().merge("PATH", java.toString(), (path, first) -> first + File.pathSeparator + path);
        shell.environment().put("JDK_JAVA_OPTIONS", "-Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return new AgentBox(shell.start(), said);
    }

    void mustRun() {
        if (!process.isAlive()) {
            throw new AssertionError("the pasted line has ended: " + words());
        }
    }

    private String words() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "nothing can be read of what it said, " + e;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
