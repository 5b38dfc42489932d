package io.vedette.agent.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds at one moment, as Linux counts it.
 *
 * @param at since the watching began
 * @param resident memory, bytes
 * @param anonymous the part of it that lies in no file, bytes
 * @param descriptors that are open
 */
record ProcessSample(Duration at, long resident, long anonymous, long descriptors, long threads) {
    private static final long KILOBYTE = 1024;

    static ProcessSample of(long pid, Duration at) throws IOException {
        Path process = Path.of("/proc/" + pid);
        List<String> status = Files.readAllLines(process.resolve("status"));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return new ProcessSample(
                    at,
                    number(status, "VmRSS:") * KILOBYTE,
                    number(status, "RssAnon:") * KILOBYTE,
                    open.count(),
                    number(status, "Threads:"));
        }
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
