package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A process that opens a spool and says how long that took, in milliseconds, and its highest memory, in kB. */
final class StartingAgent {
    private StartingAgent() {}

    public static void main(String[] arguments) throws IOException {
        long begun = System.nanoTime();
        try (Spool spool = Spool.open(Path.of(arguments[0]), Clock.systemUTC())) {
            long ms = (System.nanoTime() - begun) / 1_000_000;
            String memory = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("VmHWM: 0 kB")
                    .replaceAll("\\D", "");
            System.out.println(ms + " " + memory + " " + spool.use().bytes());
        }
    }
}
