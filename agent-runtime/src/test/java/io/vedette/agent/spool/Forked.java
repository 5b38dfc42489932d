package io.vedette.agent.spool;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One of the programs of these tests as a process of its own, which may be killed. */
final class Forked implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Forked(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    static Forked java(Class<?> main, String... arguments) throws IOException {
        return java(List.of(), main, arguments);
    }

    /** @param before a program that runs ours, with its arguments, say strace; may be empty */
    static Forked java(List<String> before, Class<?> main, String... arguments) throws IOException {
        Clips.tiny(); // made here where they are missing: the small heap of a child cannot film
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Forked(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The next line it says; empty at its end. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(out.readLine());
    }

    /** By SIGKILL, so many milliseconds from now; then everything it still said. */
    List<String> killAfter(long millis) throws IOException, InterruptedException {
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.toHandle().destroyForcibly(); // by its handle, which leaves what it said readable
        return rest();
    }

    /** Waits for its own end; everything it still said. */
    List<String> rest() throws IOException, InterruptedException {
        List<String> said = out.lines().toList();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return said;
    }

    /** As when the test is killed: nobody reads what it says any more. False when it goes on all the same. */
    boolean endsUnheard() throws IOException, InterruptedException {
        out.close();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Returns when it is gone, and holds no disk any more. */
    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroyForcibly();
        boolean gone = process.waitFor(20, TimeUnit.SECONDS);
    }
}
