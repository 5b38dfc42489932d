package io.vedette.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Ends this process with the one that started it, so that a closed terminal or a killed script leaves nothing behind. */
final class ParentWatch {
    private static final int HANG_UP = 1;

    private ParentWatch() {}

    static void endWithParent() {
        if (!wantsToOutliveItsParent()) {
            ProcessHandle.current()
                    .parent()
                    .map(ProcessHandle::onExit)
                    .ifPresent(end -> end.thenRun(() -> System.exit(0)));
        }
    }

    /** Whoever starts us by {@code nohup} wants us to stay: it makes us ignore SIGHUP. */
    private static boolean wantsToOutliveItsParent() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .anyMatch(ignored -> (Long.parseUnsignedLong(ignored, 16) & (1L << (HANG_UP - 1))) != 0);
        } catch (IOException e) {
            return false; // no such file on this system
        }
    }
}
