package io.vedette.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name short, also the name of its log
 * @param stage when it goes at a stop
 * @param command program and arguments; never a secret among them, as every account of the machine can read them
 * @param environment all the child gets, beside what {@link CleanEnvironment} passes on
 * @param mark a part of the command line that only this child of this stack has; a later start knows it by that
 * @param leash whether the child ends by itself when its standard input closes
 * @param stopCommand ends the child in order; when empty it gets SIGTERM
 */
public record ChildSpec(
        String name,
        Stage stage,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        String mark,
        boolean leash,
        List<String> stopCommand) {
    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        stopCommand = List.copyOf(stopCommand);
        if (command.stream().noneMatch(word -> word.contains(mark))) {
            throw new IllegalArgumentException("the mark of " + name + " is no part of its command line");
        }
    }

    @Override
    public String toString() {
        return "ChildSpec[" + name + "]"; // the environment holds secrets
    }
}
