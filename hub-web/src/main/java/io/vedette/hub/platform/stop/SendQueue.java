package io.vedette.hub.platform.stop;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What was answered and has not left this machine yet. The server takes an answer over long before the other side has read
 * it and counts it as given; what it holds then is cut when the process ends. It hands on to the system as soon as that has
 * room, so as long as it holds something the system's own queue is not empty, and that one can be read: the column
 * {@code tx_queue} of {@code /proc/self/net/tcp} (proc_pid_net(5)). Where there is no such file nothing is waited for.
 */
@Singleton
public class SendQueue {
    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** Looks in a row: between two of the server's writes the queue may be empty for a moment. */
    private static final int EMPTY_LOOKS = 3;

    private static final String LISTENS = "0A";

    /** As the tables write them. More than one where the hub has a certificate of its own: the plain port stays open to this machine. */
    private final Set<String> ports = ConcurrentHashMap.newKeySet();

    /** A port of this machine that requests come to. Any thread. */
    void heardAt(int port) {
        ports.add("%04X".formatted(port));
    }

    /**
     * Waits until nothing is left to send from these ports.
     *
     * @return the bytes the system still holds when patience is over; 0 if all have gone
     */
    long drain(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int empty = 0;
        long held = held();
        while (System.nanoTime() < end && empty < EMPTY_LOOKS) {
            Thread.sleep(BETWEEN_LOOKS);
            held = held();
            empty = held == 0 ? empty + 1 : 0;
        }
        return held;
    }

    private long held() {
        return TABLES.stream()
                .flatMap(SendQueue::connections)
                .mapToLong(this::held)
                .sum();
    }

    /** {@code sl local_address rem_address st tx_queue:rx_queue ...}, numbers in hexadecimal. */
    private long held(String line) {
        String[] columns = line.strip().split("\\s+");
        if (!ports.contains(columns[1].substring(columns[1].indexOf(':') + 1)) || columns[3].equals(LISTENS)) {
            return 0;
        }
        return Long.parseLong(columns[4].substring(0, columns[4].indexOf(':')), 16);
    }

    private static Stream<String> connections(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1); // the heading
        } catch (IOException e) {
            return Stream.empty(); // another system, or no such protocol
        }
    }
}
