package io.vedette.stack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small programs of the system put in front of a command. Each replaces itself by the command: the pid stays the child's own. */
public final class Wrapping {
    private Wrapping() {}

    /** A session of its own: Ctrl-C reaches the launcher alone, which ends its children in order. */
    static List<String> ownSession(List<String> command) {
        return onPath("setsid") ? with(List.of("setsid"), command) : command;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and its files stay ours. */
    public static List<String> notAsRoot(List<String> command) {
        return isRoot() && onPath("unshare") ? with(List.of("unshare", "-U"), command) : command;
    }

    private static List<String> with(List<String> front, List<String> command) {
        List<String> all = new ArrayList<>(front);
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell which user this is", e);
        }
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && List.of(path.split(File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
