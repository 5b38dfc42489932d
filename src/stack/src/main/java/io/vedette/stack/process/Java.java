package io.vedette.stack.process;

import io.vedette.stack.state.VarFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java children, which run on the launcher's own Java. */
public final class Java {
    private Java() {}

    /** {@code java -Dvedette.child=<mark> ...}; the mark stands first, as the system shows only the beginning of a long line. */
    public static List<String> command(String mark, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dvedette.child=" + mark);
        command.addAll(arguments);
        return command;
    }

    /** A part of the command line that no other child of any stack on this machine has. */
    public static String mark(VarFolder var, String name) {
        return name + "@" + var.root();
    }
}
