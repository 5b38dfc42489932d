package io.vedette.vault.azure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Microsoft's emulator of Blob Storage, fetched once with npm and kept beside the build's own Maven (see {@code mvnw}). It takes 360 MB.
 * Where there is no Node to run it, or it cannot be fetched, the tests that need it are skipped and say so.
 */
final class Azurite {
    private static final String VERSION = "3.37.0";
    /** It asks for 22, and runs on this one too. */
    private static final int OLDEST_NODE = 20;

    private static final Pattern NODE = Pattern.compile("v(\\d+)\\..*");
    private static final String WORK = ".azurite-";
    private static final String MAIN = "node_modules/azurite/dist/src/blob/main.js";

    private Azurite() {}

    /** The script to run with {@code node}. One build at a time fetches it; others wait for it. */
    static Path fetched() throws IOException, InterruptedException {
        Optional<String> missing = withoutNode();
        Path home = cache().resolve("azurite-" + VERSION);
        if (missing.isEmpty() && !Files.exists(home.resolve(MAIN))) {
            Files.createDirectories(cache());
            try (FileChannel channel = FileChannel.open(
                            cache().resolve("azurite.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(home.resolve(MAIN))) {
                    clearLeftovers(cache());
                    missing = fetch(cache(), home);
                }
            }
        }
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return home.resolve(MAIN);
    }

    private static Optional<String> withoutNode() throws IOException, InterruptedException {
        String version =
                output(List.of("node", "--version")).orElse("none on the path").strip();
        Matcher node = NODE.matcher(version);
        return node.matches() && Integer.parseInt(node.group(1)) >= OLDEST_NODE
                ? Optional.empty()
                : Optional.of("Azurite needs Node " + OLDEST_NODE + " or later, and here is " + version);
    }

    private static Optional<String> fetch(Path cache, Path home) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(cache, WORK);
        try {
            // a prefix, or npm would look for somebody's project in the folders above; no scripts, as nothing here
            // needs them
            Optional<String> said = output(List.of(
                    "npm",
                    "install",
                    "--prefix",
                    work.toString(),
                    "--no-save",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "azurite@" + VERSION));
            if (said.isEmpty()) {
                return Optional.of("npm is not there or could not fetch Azurite " + VERSION);
            }
            Files.move(work, home, StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        } finally {
            delete(work);
        }
    }

    /** Empty when there is no such program, or it fails or takes more than ten minutes. */
    private static Optional<String> output(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("azurite", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0
                        ? Optional.of(Files.readString(output))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            Files.delete(output);
        }
    }

    private static Path cache() {
        String maven = System.getenv("MAVEN_USER_HOME");
        return (maven == null ? Path.of(System.getProperty("user.home"), ".m2") : Path.of(maven))
                .resolve("wrapper/vedette");
    }

    /** Of somebody killed: we hold the lock, so nobody is working in them any more. */
    private static void clearLeftovers(Path cache) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(cache)) {
            entries = all.toList();
        }
        for (Path entry : entries) {
            if (entry.getFileName().toString().startsWith(WORK)) {
                delete(entry);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = new ArrayList<>(walk.toList());
            }
            for (Path one : all.reversed()) {
                Files.delete(one);
            }
        }
    }
}
