package io.vedette.e2e.house;

import io.vedette.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a child has written since it was started. */
public record AgentLog(Path file) {
    /** @param child its name in the stack, say {@code agent-gate} */
    public static AgentLog of(Stack stack, String child) {
        return new AgentLog(stack.logs().resolve(child + ".log"));
    }

    /** Lines with all of these words, oldest first. */
    public List<String> lines(String... words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> List.of(words).stream().allMatch(line::contains))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be read", e);
        }
    }

    public int count(String... words) {
        return lines(words).size();
    }
}
