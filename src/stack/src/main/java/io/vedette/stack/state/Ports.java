package io.vedette.stack.state;

import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ports of one stack: chosen at its first start, the same at every later one. */
public final class Ports {
    /** Below the range from which the system takes ports for outgoing connections. */
    public static final int FIRST = 18480;

    private static final int TRIES = 400;

    private final Path file;
    private final Map<Port, Integer> numbers;

    private Ports(Path file, Map<Port, Integer> numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    /** Reads the kept ports; those that are not yet known become the first free ones from {@code first} on. */
    public static Ports in(Path file, int first) {
        Kept kept = Kept.in(file, "Ports of this stack, all on 127.0.0.1. The hub's address is known to its agents.");
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            Optional<String> known = kept.get(port.label());
            known.ifPresent(number -> numbers.put(port, number(file, port, number)));
        }
        Set<Integer> taken = new TreeSet<>(numbers.values());
        for (Port port : Port.values()) {
            numbers.computeIfAbsent(port, p -> {
                int free = firstFree(first, taken);
                taken.add(free);
                kept.put(p.label(), Integer.toString(free));
                return free;
            });
        }
        return new Ports(file, numbers);
    }

    public int of(Port port) {
        Integer number = numbers.get(port);
        if (number == null) {
            throw new IllegalStateException("no number for " + port);
        }
        return number;
    }

    /** Throws {@link StackFailed}, naming every port that another program listens on. */
    public void requireFree() {
        List<String> busy = new ArrayList<>();
        for (Port port : Port.values()) {
            if (!isFree(of(port))) {
                busy.add(of(port) + " (" + port.label() + ")");
            }
        }
        if (!busy.isEmpty()) {
            String which =
                    busy.size() == 1 ? "Port " + busy.getFirst() + " is" : "Ports " + String.join(", ", busy) + " are";
            throw new StackFailed(which + " taken by another program on this machine. End that program"
                    + " (`ss -ltnp` shows it), or write other numbers into " + file
                    + ", or give this stack a folder of its own: -Dvedette.var=FOLDER");
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of an earlier run that linger are no obstacle
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int firstFree(int first, Set<Integer> taken) {
        for (int port = first; port < first + TRIES; port++) {
            if (!taken.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new StackFailed("No free port between " + first + " and " + (first + TRIES) + " on 127.0.0.1.");
    }

    private static int number(Path file, Port port, String text) {
        if (!text.matches("[0-9]{4,5}") || Integer.parseInt(text) > 65535) {
            throw new StackFailed(
                    "In " + file + ", " + port.label() + "=" + text + " is no port. Mend or remove the line.");
        }
        return Integer.parseInt(text);
    }
}
