package io.vedette.hub.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The packaged hub on its server, as a process with settings of the test's own. The server listens at every address, as it
 * does where nobody told it otherwise: what arrives anywhere but at loopback is for the hub to refuse.
 */
final class HubProcess {
    private static final int LONGEST_START_SECONDS = 240;
    private static final Duration LONGEST_LINE = Duration.ofSeconds(20);

    final Process process;
    final Path vault;
    final Path log;
    private final CountDownLatch up = new CountDownLatch(1);
    private final Thread reader;

    private HubProcess(Process process, Path vault, Path log) {
        this.process = process;
        this.vault = vault;
        this.log = log;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * Does not wait. What it holds of vault and agent file lies in a folder that goes with it.
     *
     * @param log name of the file in {@code target} that keeps what it says
     */
    static HubProcess start(String log, int port, Map<String, String> settings) {
        return start(
                log,
                port,
                settings,
                List.of(ProcessHandle.current().info().command().orElseThrow()));
    }

    /**
     * As {@link #start(String, int, Map)}.
     *
     * @param launcher what stands before Java's options; it finds this Java on its path
     */
    static HubProcess start(String log, int port, Map<String, String> settings, List<String> launcher) {
        try {
            Path folder = Files.createTempDirectory("vedette-hub-test");
            Path vault = Files.createDirectory(folder.resolve("vault"));
            List<String> command = new ArrayList<>(launcher);
            command.addAll(List.of(
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=UTC",
                    "-Djava.io.tmpdir=" + folder,
                    "-jar",
                    System.getProperty("vedette.payara.jar"),
                    "--rootdir",
                    folder.resolve("payara").toString(),
                    "--deploy",
                    System.getProperty("vedette.hub.war"),
                    "--contextroot",
                    "/",
                    "--port",
                    Integer.toString(port),
                    "--nohazelcast",
                    "--disablephonehome"));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("VEDETTE_"));
            builder.environment().put("VEDETTE_VAULT_DIR", vault.toString());
            builder.environment()
                    .put("VEDETTE_AGENT_FILE", vault.resolve("none.jar").toString());
            builder.environment().put("TMPDIR", folder.toString());
            builder.environment()
                    .merge("PATH", System.getProperty("java.home") + "/bin:", (path, first) -> first + path);
            builder.environment().putAll(settings);
            Process started = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, folder)));
            return new HubProcess(started, vault, Path.of("target", log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        try {
            if (!up.await(LONGEST_START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
                throw new IllegalStateException("the hub did not start; see " + log.toAbsolutePath());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the hub did not end; see " + log.toAbsolutePath());
        }
        reader.join();
        return process.exitValue();
    }

    /** What it has said so far. */
    List<String> said() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has said such a line, and returns the last of them. */
    String awaitLine(Predicate<String> wanted) {
        long end = System.nanoTime() + LONGEST_LINE.toNanos();
        synchronized (this) {
            while (true) {
                Optional<String> line =
                        said().reversed().stream().filter(wanted).findFirst();
                long left = (end - System.nanoTime()) / 1_000_000;
                if (line.isPresent() || left <= 0) {
                    return line.orElseThrow(() -> new AssertionError("no such line; see " + log.toAbsolutePath()));
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Keeps the server's own words in a file and notices when it says that it is up. */
    private void read() {
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(log)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                out.write(line + "\n");
                out.flush();
                synchronized (this) {
                    notifyAll();
                }
                if (line.contains("ready in")) {
                    up.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            up.countDown(); // it has ended: nobody needs to wait for it
        }
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly().onExit().join();
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
