package io.vedette.stack.process;

import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.StackFailed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running child. Safe for several threads. */
public final class Child {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LEASH_PATIENCE = Duration.ofSeconds(6);

    private final ChildSpec spec;
    private final Process process;
    private final ChildLog log;
    private final Path pids;
    private volatile boolean endWanted;

    private Child(ChildSpec spec, Process process, ChildLog log, Path pids) {
        this.spec = spec;
        this.process = process;
        this.log = log;
        this.pids = pids;
    }

    static Child start(ChildSpec spec, VarFolder var) {
        ChildLog log = ChildLog.of(var.logs(), spec.name());
        log.rotate();
        ProcessBuilder builder = new ProcessBuilder(Wrapping.ownSession(spec.command()))
                .directory(spec.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.file().toFile());
        if (!spec.leash()) {
            builder.redirectInput(new File("/dev/null"));
        }
        builder.environment().clear();
        builder.environment().putAll(CleanEnvironment.with(spec.environment()));
        try {
            Process process = builder.start();
            PidRecord.of(spec.name(), process.toHandle(), spec.mark()).write(var.pids());
            return new Child(spec, process, log, var.pids());
        } catch (IOException e) {
            throw new StackFailed(spec.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return spec.name();
    }

    Stage stage() {
        return spec.stage();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Only once it ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public Path log() {
        return log.file();
    }

    public CompletableFuture<Child> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Whether we ended it ourselves, or are about to. */
    public boolean endWanted() {
        return endWanted;
    }

    /** Ends it in order; what does not end in time is killed. Returns when it is gone. */
    public void stop() {
        endWanted = true;
        if (spec.leash()) {
            closeQuietly();
            if (gone(LEASH_PATIENCE)) {
                return;
            }
        }
        if (spec.stopCommand().isEmpty()) {
            process.destroy();
        } else {
            runStopCommand();
        }
        if (!gone(PATIENCE)) {
            kill();
        }
    }

    /** SIGKILL: what a power cut or the kernel's memory killer would do. Returns when it is gone. */
    public void kill() {
        endWanted = true;
        process.destroyForcibly();
        gone(PATIENCE);
    }

    /** In words: which one, how it ended, what it said last, where the rest is. */
    public String obituary() {
        StringBuilder words = new StringBuilder(spec.name() + " " + exit() + ".");
        List<String> last = log.tail(8);
        words.append(last.isEmpty() ? " It wrote nothing." : " Its last lines:");
        last.forEach(line -> words.append("\n    ").append(line));
        return words.append("\n  All of it: ").append(log.file()).toString();
    }

    private String exit() {
        if (process.isAlive()) {
            return "still runs";
        }
        int code = process.exitValue();
        return code > 128 && code < 160 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
    }

    private boolean gone(Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                PidRecord.file(pids, spec.name()).toFile().delete();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeQuietly() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy(); // its end of the pipe is gone already
        }
    }

    private void runStopCommand() {
        try {
            Process stop = new ProcessBuilder(spec.stopCommand())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stop.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || stop.exitValue() != 0) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
