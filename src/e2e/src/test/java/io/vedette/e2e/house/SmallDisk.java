package io.vedette.e2e.house;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A disk of its own, in memory, over a folder: what lay in the folder lies on it, and what lies on it is in the folder afterwards. */
public final class SmallDisk implements AutoCloseable {
    private static final String BALLAST = "ballast";
    private static final int PAGE = 4096;
    private static final long PATIENCE_SECONDS = 30;

    private final Path folder;
    private final Path kept;

    private SmallDisk(Path folder, Path kept) {
        this.folder = folder;
        this.kept = kept;
    }

    public static boolean mayBeMounted() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Nobody may work in the folder meanwhile. */
    public static SmallDisk over(Path folder, int megabytes) throws IOException {
        Path kept = Files.createDirectory(folder.resolveSibling(folder.getFileName() + ".kept"));
        run("cp", "-a", folder + "/.", kept.toString());
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "tmpfs", folder.toString());
        var disk = new SmallDisk(folder, kept);
        run("cp", "-a", kept + "/.", folder.toString());
        return disk;
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

    /** Takes the disk away and puts what it held into the folder; nobody may work in it meanwhile. */
    @Override
    public void close() throws IOException {
        makeRoom();
        run("rm", "-r", kept.toString());
        run("cp", "-a", folder.toString(), kept.toString());
        run("umount", folder.toString());
        run("rm", "-r", folder.toString());
        run("mv", kept.toString(), folder.toString());
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
