package io.vedette.e2e.edgevault;

import io.vedette.stack.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The box of a site's vault: the jar that the hub hands out, paired and run by the commands of the guide. */
final class VaultBox implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Process process;

    private VaultBox(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Listens on a port of this machine, with a certificate that it makes itself. */
    static VaultBox pair(Path folder, URI hub, String token) throws Exception {
        Path answers = Files.writeString(folder.resolve("answers"), """
                token=%s
                listen=127.0.0.1:%d
                gigabytes=1
                """.formatted(token, freePort()));
        int paired = command(folder, "pair-vault", hub.toString(), "--home", "home", "--answers", answers.toString());
        if (paired != 0) {
            throw new AssertionError("the vault is not paired: " + said(folder));
        }
        return new VaultBox(folder, started(folder, "run", "--home", "home", "--until-stdin-closes"));
    }

    void mustRun() {
        if (!process.isAlive()) {
            throw new AssertionError("the vault has ended: " + said(folder));
        }
    }

    /** Whether a file of this recording lies there whole. */
    boolean keeps(String recording) {
        Path spool = folder.resolve("home").resolve("spool").resolve("recordings");
        if (!Files.isDirectory(spool)) {
            return false; // it is just starting
        }
        try (Stream<Path> all = Files.walk(spool)) {
            return all.anyMatch(path -> path.getFileName().toString().equals(recording + ".mp4"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it in order, and looks at what it leaves. */
    int check() throws Exception {
        close();
        return command(folder, "check", "--home", "home");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int command(Path folder, String... arguments) throws IOException, InterruptedException {
        Process done = started(folder, arguments);
        done.getOutputStream().close();
        if (!done.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            done.destroyForcibly().waitFor();
        }
        return done.exitValue();
    }

    private static Process started(Path folder, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                Parts.fromSystemProperties().agentJar().toString()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
                .start();
    }

    private static String said(Path folder) {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return "nothing can be read of what it said, " + e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
