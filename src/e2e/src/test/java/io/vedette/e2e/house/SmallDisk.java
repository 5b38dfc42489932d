package io.vedette.e2e.house;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of its own, in memory, at a folder. Only root may have one. */
public final class SmallDisk implements AutoCloseable {
    private static final String BALLAST = "ballast";
    private static final int PAGE = 4096;
    private static final long PATIENCE_SECONDS = 30;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty when this is not root. */
    static Optional<SmallDisk> at(Path folder, int megabytes) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "tmpfs", folder.toString());
            return Optional.of(new SmallDisk(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("no small disk at " + folder, e);
        }
    }

    /** Of a run that was killed: nothing below the folder could be deleted otherwise. */
    static void takeAwayLeftOvers(Path below) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/mounts"))) {
            Path mounted = Path.of(line.split(" ")[1]);
            if (mounted.startsWith(below.toAbsolutePath().normalize())) {
                run("umount", mounted.toString());
            }
        }
    }

    /** Returns when not one byte more fits. */
    public void fill() throws IOException {
        byte[] page = new byte[PAGE];
        try (OutputStream out = Files.newOutputStream(folder.resolve(BALLAST))) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space")) {
                throw e;
            }
        }
    }

    public void makeRoom() throws IOException {
        Files.deleteIfExists(folder.resolve(BALLAST));
    }

    /** With everything on it. */
    @Override
    public void close() {
        try {
            run("umount", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the small disk stays at " + folder, e);
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                byte[] said = process.getInputStream().readAllBytes();
                throw new IOException(List.of(command) + ": " + new String(said, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
