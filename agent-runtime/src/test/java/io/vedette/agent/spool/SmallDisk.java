package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of its own, mounted on a folder until it is closed. Only root may do that; for others the test is skipped. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static SmallDisk tmpfs(Path folder, String options) throws IOException, InterruptedException {
        needsRoot();
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** An ext4 in a file, which turns read-only at its first error. */
    static SmallDisk ext4(Path image, int megabytes, Path folder) throws IOException, InterruptedException {
        needsRoot();
        assumeTrue(Files.exists(Path.of("/dev/loop-control")), "no loop devices: a disk that fails is not tried here");
        try (var file = Files.newByteChannel(
                image, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            file.position(megabytes * 1_048_576L - 1).write(java.nio.ByteBuffer.allocate(1));
        }
        run("mkfs.ext4", "-q", "-F", "-e", "remount-ro", image.toString());
        return mount(image, folder);
    }

    static SmallDisk mount(Path image, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-o", "loop", image.toString(), folder.toString());
        return new SmallDisk(folder);
    }

    static void needsRoot() {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "only root may mount a small disk: a failing one is not tried here");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    static void run(String... command) throws IOException, InterruptedException {
        assertThat(exit(command)).as(List.of(command).toString()).isZero();
    }

    static int exit(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
