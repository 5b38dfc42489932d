package io.vedette.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where a child writes: {@code name.log}, with the logs of the two starts before beside it. */
record ChildLog(Path file) {
    private static final int TAIL_BYTES = 16 * 1024;

    static ChildLog of(Path folder, String name) {
        return new ChildLog(folder.resolve(name + ".log"));
    }

    void rotate() {
        try {
            move(sibling(".1"), sibling(".2"));
            move(file, sibling(".1"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put the old log aside: " + file, e);
        }
    }

    /** The last lines that say something; empty when there is no log. */
    List<String> tail(int lines) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - TAIL_BYTES);
            log.seek(from);
            byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, log.length() - from)];
            log.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
