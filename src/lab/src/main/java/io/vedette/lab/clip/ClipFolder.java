package io.vedette.lab.clip;

import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A clip on disk: {@code main.track}, {@code sub.track}, {@code sound.track} and {@code truth.json}. Made once per version and
 * plan; whoever comes later, from this process or another, gets what is there.
 */
public record ClipFolder(Path path, Track main, Track sub, Track sound, ClipTruth truth, ClipForm form) {
    static final String MAIN = "main.track";
    static final String SUB = "sub.track";
    static final String SOUND = "sound.track";
    static final String TRUTH = "truth.json";

    /** The encoder for H.265, as the lab's build puts it beside the clips. */
    private static final Path ENCODER = Path.of("encoder", "ffmpeg-gpl.jar");

    private static final ReentrantLock MAKING =
            new ReentrantLock(); // file locks do not work between threads of one process

    /** As {@link #ensure(Path, ClipPlan)}, for the yard of one minute. */
    public static ClipFolder ensure(Path home) throws IOException {
        return ensure(home, ClipPlan.yard());
    }

    /**
     * The clip of this plan below {@code home}, made if it is not there yet. That takes about twenty seconds of processor time
     * for a minute; a second caller waits for the first. For H.265 the lab's {@code target} folder must be {@code home}'s
     * parent, since the encoder lies there.
     */
    public static ClipFolder ensure(Path home, ClipPlan plan) throws IOException {
        Path folder = home.resolve(plan.name() + plan.form().suffix() + "-" + ClipPlan.VERSION);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(home);
            MAKING.lock();
            try (FileChannel channel = FileChannel.open(
                            home.resolve(".making"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    make(plan, home, folder);
                }
            } finally {
                MAKING.unlock();
            }
        }
        return open(folder, plan.form());
    }

    private static void make(ClipPlan plan, Path home, Path folder) throws IOException {
        for (Path left : leftovers(home)) {
            delete(left); // we hold the lock, so nobody is working in it any more
        }
        Path work = Files.createTempDirectory(home, ".clip-");
        try {
            if (plan.form().pictures() == ClipForm.Pictures.H265) {
                ForeignEncoder.make(plan, work, home.resolveSibling(ENCODER));
            } else {
                ClipMaker.make(plan, work);
            }
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private static ClipFolder open(Path folder, ClipForm form) throws IOException {
        return new ClipFolder(
                folder,
                Track.open(folder.resolve(MAIN)),
                Track.open(folder.resolve(SUB)),
                Track.open(folder.resolve(SOUND)),
                LinkCodec.json().readValue(folder.resolve(TRUTH).toFile(), ClipTruth.class),
                form);
    }

    private static List<Path> leftovers(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(e -> e.getFileName().toString().startsWith(".clip-"))
                    .toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(tree)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
