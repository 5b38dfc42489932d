package io.vedette.stack.process;

import io.vedette.stack.state.Kept;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process a child is, so that a later start can end it. A pid alone says nothing, as the system gives it out again: the time of
 * the process' start and its command line must match too.
 */
record PidRecord(String name, long pid, Instant startedAt, String mark) {
    /** The system counts starts from its boot, whose own time it may correct a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static PidRecord of(String name, ProcessHandle process, String mark) {
        return new PidRecord(name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), mark);
    }

    void write(Path folder) {
        Kept kept = Kept.in(file(folder, name), "A child of this stack.");
        kept.put("pid", Long.toString(pid));
        kept.put("started-at", Long.toString(startedAt.toEpochMilli()));
        kept.put("mark", mark);
    }

    /** Empty when the file is not a whole record. */
    static Optional<PidRecord> read(Path file) {
        Kept kept = Kept.in(file, "A child of this stack.");
        String name = file.getFileName().toString().replaceFirst("\\.properties$", "");
        try {
            return kept.get("pid")
                    .flatMap(pid -> kept.get("started-at")
                            .flatMap(at -> kept.get("mark")
                                    .map(mark -> new PidRecord(
                                            name,
                                            Long.parseLong(pid),
                                            Instant.ofEpochMilli(Long.parseLong(at)),
                                            mark))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path folder, String name) {
        return folder.resolve(name + ".properties");
    }

    /** The process, if it still runs and is the one that was recorded. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheOne);
    }

    private boolean isTheOne(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        boolean sameStart = start.isPresent()
                && Duration.between(start.get(), startedAt).abs().compareTo(TOLERANCE) <= 0;
        return sameStart && process.info().commandLine().orElse("").contains(mark);
    }
}
