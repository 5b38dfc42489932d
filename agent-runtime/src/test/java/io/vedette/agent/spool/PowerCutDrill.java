package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.lab.reader.RecordingReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power cuts: an XFS image holds the image of an ext4 on which a writer is at work; at random moments the inner image is
 * copied by reference, in one instant. Each copy is what a disk would hold after a cut there. It is mounted, its journal
 * replayed, the spool started, and compared with what the writer had said by then. Runs when asked, as root:
 * {@code -Dtest=PowerCutDrill}, {@code -Dvedette.cuts=200}.
 */
class PowerCutDrill {
    private static final int CUTS = Integer.getInteger("vedette.cuts", 200);
    private static final int CUTS_A_LIFE = 10;
    private static final Path MKFS = Path.of("/usr/sbin/mkfs.xfs");

    @TempDir
    Path folder;

    /** The writer's words, with what had been said when the copy was begun and when it was done. */
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private record Cut(Path image, List<String> before) {}

    @Test
    void whatWasClosedIsThereAfterEachCut() throws Exception {
        SmallDisk.needsRoot();
        assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/mkfs.xfs")), "xfsprogs is not installed: no power is cut here");
        NativeSqlite.unpackBelow(folder); // not on a disk that is to be taken away again
        Path outer = folder.resolve("outer.img");
        try (var file = Files.newByteChannel(
                outer, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            file.position(3L << 30).write(java.nio.ByteBuffer.allocate(1));
        }
        SmallDisk.run("/usr/sbin/mkfs.xfs", "-q", "-m", "reflink=1", outer.toString());
        long seed = System.nanoTime();
        Random moment = new Random(seed);
        Tally tally = new Tally();
        try (SmallDisk xfs = SmallDisk.mount(outer, folder.resolve("xfs"))) {
            Path inner = folder.resolve("xfs/disk.img");
            SmallDisk.ext4(inner, 256, folder.resolve("disk")).close();
            for (int life = 0; tally.cuts < CUTS; life++) {
                List<Cut> cuts = new ArrayList<>();
                try (SmallDisk disk = SmallDisk.mount(inner, folder.resolve("disk"))) {
                    cuts.addAll(writeAndCut(inner, moment));
                }
                for (Cut cut : cuts) {
                    recover(cut, tally);
                }
            }
        }
        Collections.sort(tally.startMs);
        System.out.printf(
                "power cuts: seed %d, %d cuts, %d finished recordings looked for, lost %d, cut ones %d, decode errors %d,"
                        + " start p50 %d ms, longest %d ms%n",
                seed,
                tally.cuts,
                tally.finished,
                tally.lost,
                tally.cut,
                tally.decodeErrors,
                tally.startMs.get(tally.startMs.size() / 2),
                tally.startMs.getLast());
        assertThat(tally.lost).isZero();
        assertThat(tally.decodeErrors).isZero();
    }

    /** What was handed over and is not there after the cut: at most the two seconds since the last flush, and what came then. */
    @Test
    void ofAnOpenRecordingTheTailIsLostAndNoMore() throws Exception {
        Path outer = outer();
        Random moment = new Random();
        List<Long> tails = new ArrayList<>();
        try (SmallDisk xfs = SmallDisk.mount(outer, folder.resolve("xfs"))) {
            Path inner = folder.resolve("xfs/disk.img");
            SmallDisk.ext4(inner, 256, folder.resolve("disk")).close();
            try (SmallDisk disk = SmallDisk.mount(inner, folder.resolve("disk"))) {
                Files.createDirectories(folder.resolve("disk/home"));
                List<Cut> cuts = new ArrayList<>();
                try (Forked writer = Forked.java(
                        SlowWriter.class, folder.resolve("disk/home").toString())) {
                    Thread ear = Thread.ofPlatform().start(() -> listen(writer));
                    for (int i = 0; i < CUTS / 10; i++) {
                        ear.join(4000 + moment.nextInt(2500));
                        cuts.add(cut(inner, i));
                    }
                    writer.close();
                    ear.join(TimeUnit.SECONDS.toMillis(10));
                }
                for (Cut cut : cuts) {
                    tails.add(tail(cut));
                }
            }
        }
        Collections.sort(tails);
        System.out.printf(
                "power cuts in an open recording: %d, tail lost p50 %d ms, longest %d ms%n",
                tails.size(), tails.get(tails.size() / 2), tails.getLast());
        assertThat(tails.getLast()).isLessThan(4000);
    }

    private long tail(Cut cut) throws Exception {
        String last = cut.before().getLast();
        assertThat(last).startsWith("appended");
        try (SmallDisk disk = SmallDisk.mount(cut.image(), folder.resolve("cut"));
                Spool spool = Spool.open(folder.resolve("cut/home"), Clock.systemUTC())) {
            RecordingClosed closed = (RecordingClosed) Spools.told(spool).getLast();
            assertThat(closed.cut()).isTrue();
            return Long.parseLong(last.split(" ")[1]) - closed.durationMs();
        }
    }

    private Path outer() throws Exception {
        SmallDisk.needsRoot();
        assumeTrue(Files.isExecutable(MKFS), "xfsprogs is not installed: no power is cut here");
        NativeSqlite.unpackBelow(folder); // not on a disk that is to be taken away again
        Path outer = folder.resolve("outer.img");
        try (var file = Files.newByteChannel(outer, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.position(3L << 30).write(ByteBuffer.allocate(1));
        }
        SmallDisk.run(MKFS.toString(), "-q", "-m", "reflink=1", outer.toString());
        return outer;
    }

    private Cut cut(Path inner, int number) throws Exception {
        List<String> before = List.copyOf(said);
        Path image = folder.resolve("xfs/cut-" + number + ".img");
        SmallDisk.run("cp", "--reflink=always", inner.toString(), image.toString());
        return new Cut(image, before);
    }

    private static final class Tally {
        private int cuts;
        private int finished;
        private int lost;
        private int cut;
        private int decodeErrors;
        private final List<Long> startMs = new ArrayList<>();
    }

    private List<Cut> writeAndCut(Path inner, Random moment) throws Exception {
        List<Cut> cuts = new ArrayList<>();
        Path home = folder.resolve("disk/home");
        Files.createDirectories(home);
        try (Forked writer = Forked.java(BusyWriter.class, home.toString(), String.valueOf(moment.nextLong()))) {
            Thread ear = Thread.ofPlatform().start(() -> listen(writer));
            while (said.stream().noneMatch("open ."::equals) && ear.isAlive()) {
                ear.join(20);
            }
            for (int i = 0; i < CUTS_A_LIFE; i++) {
                ear.join(5 + moment.nextInt(150));
                cuts.add(cut(inner, i));
            }
            writer.close();
            ear.join(TimeUnit.SECONDS.toMillis(10));
        }
        return cuts;
    }

    private void listen(Forked writer) {
        try {
            var line = writer.line();
            while (line.isPresent()) {
                said.add(line.get());
                line = writer.line();
            }
        } catch (IOException e) {
            said.add("broken");
        }
    }

    /** What was removed between the words and the copy is not known, so whatever is removed later at all may be missing. */
    private void recover(Cut cut, Tally tally) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(cut.image(), folder.resolve("cut"))) {
            Path home = folder.resolve("cut/home");
            WriterHistory history = new WriterHistory();
            history.heard(cut.before());
            history.heard(
                    said.stream().filter(line -> line.startsWith("removing")).toList());
            long begun = System.nanoTime();
            List<String> wrong = history.contradictions(home);
            tally.startMs.add((System.nanoTime() - begun) / 1_000_000);
            tally.lost += wrong.size();
            tally.cuts++;
            tally.finished += history.closed();
            assertThat(wrong).isEmpty();
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
            tally.cut += (int) Spools.ask(home, "select count(*) from recording where cut = 1");
            try (var files = Files.list(new SpoolFolders(home).recordings())) {
                for (Path file : files.filter(f -> f.toString().endsWith(SpoolFolders.CLOSED))
                        .toList()) {
                    tally.decodeErrors += (int) RecordingReader.decode(file).decodeErrors();
                }
            }
        }
        Files.delete(cut.image());
    }
}
