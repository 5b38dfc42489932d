package io.vedette.stack.postgres;

import io.vedette.stack.process.Wrapping;
import io.vedette.stack.state.PrivateFile;
import io.vedette.stack.words.StackFailed;
import io.vedette.stack.words.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's programs, unpacked once. */
record PostgresPrograms(Path folder) {
    /** Unpacks into {@code cache} unless that was done before; the marker is written last, so a cut start begins anew. */
    static PostgresPrograms in(Path cache, Step step) {
        Path folder = cache.resolve("postgres");
        Path marker = folder.resolve("unpacked");
        if (!Files.exists(marker)) {
            PrivateFile.folder(folder);
            Unpacked.into(folder, step);
            try {
                Files.writeString(marker, "");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + marker, e);
            }
            step.done("programs unpacked");
        }
        return new PostgresPrograms(folder);
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return Wrapping.notAsRoot(command);
    }

    /** Runs a program to its end; what it says is told only when it fails. */
    void run(String program, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new StackFailed("PostgreSQL's " + program + " failed:\n" + said.strip()
                        + (said.contains("unshare")
                                ? "\n  As root, PostgreSQL needs user namespaces. Run this as another user."
                                : ""));
            }
        } catch (IOException e) {
            throw new StackFailed("PostgreSQL's " + program + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("The start was interrupted.", e);
        }
    }
}
