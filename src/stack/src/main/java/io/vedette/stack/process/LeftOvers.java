package io.vedette.stack.process;

import io.vedette.stack.state.VarFolder;
import io.vedette.stack.time.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ends what a launcher that was killed could not end. Whoever calls this holds the lock of the folder. */
public final class LeftOvers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LeftOvers() {}

    /** Returns the names of those it ended, latest started first: whoever uses a server goes before the server. */
    public static List<String> end(VarFolder var) {
        List<PidRecord> records = records(var.pids());
        List<String> ended = new ArrayList<>();
        for (PidRecord record : records) {
            record.process().ifPresent(process -> {
                end(process);
                ended.add(record.name());
            });
            PidRecord.file(var.pids(), record.name()).toFile().delete();
        }
        return ended;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!Wait.until(PATIENCE, Duration.ofMillis(50), () -> !process.isAlive())) {
            process.destroyForcibly();
            Wait.until(PATIENCE, Duration.ofMillis(50), () -> !process.isAlive());
        }
    }

    private static List<PidRecord> records(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .flatMap(file -> PidRecord.read(file).stream())
                    .sorted(Comparator.comparing(PidRecord::startedAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for what an earlier start left", e);
        }
    }
}
