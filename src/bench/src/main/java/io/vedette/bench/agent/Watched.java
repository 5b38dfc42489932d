package io.vedette.bench.agent;

import io.vedette.stack.words.StackFailed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the others, and what it costs. One thread. */
final class Watched implements AutoCloseable {
    private static final long KILOBYTE = 1024;

    private final String name;
    private final Process process;
    private Duration cpuBefore = Duration.ZERO;

    private Watched(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** @param folder it works in; what it says goes to {@code log} there */
    static Watched start(String name, Path folder, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(folder);
            File log = folder.resolve("log").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log);
            builder.environment().putAll(environment);
            return new Watched(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    String name() {
        return name;
    }

    /** From here on its work is counted. */
    void count() {
        cpuBefore = cpu();
    }

    /** Processor time since {@link #count}, user and system. */
    Duration counted() {
        return cpu().minus(cpuBefore);
    }

    private Duration cpu() {
        if (!process.isAlive()) {
            throw new StackFailed(name + " ended by itself: see its log");
        }
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory in bytes. */
    long memory() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is gone", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
