package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand recordings in one spool, of 2 KB each with a thumbnail: how long a start takes with the memory an
 * agent has (24 MB of heap), a start with a damaged index, and the three depths of the check. Prints; runs when asked:
 * {@code -Dtest=ManyRecordingsDrill}.
 */
class ManyRecordingsDrill {
    private static final int MANY = Integer.getInteger("vedette.recordings", 100_000);

    @TempDir
    Path home;

    private long bytes;

    @Test
    void startsAndChecks() throws Exception {
        byte[] content = hollow();
        bytes = (long) MANY * content.length;
        Spool.open(home, Clock.systemUTC()).close();
        fill(content);

        System.out.println(
                MANY + " recordings, index " + Files.size(new SpoolFolders(home).index()) / 1_000_000 + " MB");
        start("start");
        start("start again");
        check(Depth.NAMES);
        check(Depth.SIZES);
        check(Depth.HASHES);

        damage();
        start("start with a damaged index");
        assertThat(Spools.ask(home, "select count(*) from recording")).isEqualTo(MANY);
    }

    /** A recording with everything but its pictures: the boxes of one fragment, and next to nothing in the last of them. */
    private static byte[] hollow() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Clips.tiny().parts().forEach(part -> {
            byte[] bytes = new byte[part.remaining()];
            part.duplicate().get(bytes);
            all.writeBytes(bytes);
        });
        ByteBuffer boxes = ByteBuffer.wrap(all.toByteArray());
        int at = 0;
        while (boxes.getInt(at + 4) != 0x6d646174) {
            at += boxes.getInt(at);
        }
        boxes.putInt(at, 16);
        return java.util.Arrays.copyOf(boxes.array(), at + 16);
    }

    private void fill(byte[] content) throws Exception {
        SpoolFolders folders = new SpoolFolders(home);
        String sha256 = HexFormat.of().formatHex(Surroundings.javasSha256().digest(content));
        List<RecordingId> ids = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            RecordingId id = RecordingId.fresh();
            Files.write(folders.closed(id), content);
            Files.createFile(folders.thumbnail(id));
            ids.add(id);
        }
        try (SpoolIndex index = SpoolIndex.open(home, folders.index(), () -> false)) {
            index.inTransaction(c -> {
                for (int i = 0; i < MANY; i++) {
                    RecordingClosed closed = new RecordingClosed(
                            ids.get(i),
                            Instant.parse("2026-11-20T12:00:00Z").plusSeconds(i * 60L),
                            2000,
                            content.length,
                            sha256,
                            "video/mp4; codecs=\"avc1.64001f, mp4a.40.2\"",
                            1280,
                            720,
                            Delivery.ON_DEMAND,
                            false,
                            Clips.MOVED,
                            null);
                    RecordingRows.insert(c, closed, RecordingRows.State.KEPT, i + 1, i * 60L);
                }
                Marks.write(c, Marks.LAST_SEQ, MANY);
                Marks.write(c, Marks.SENT_TO, MANY);
                Marks.write(c, Marks.ACKNOWLEDGED, MANY);
                return true;
            });
        }
    }

    private void start(String what) throws Exception {
        try (Forked agent = Forked.java(StartingAgent.class, home.toString())) {
            String[] said = agent.line().orElseThrow().split(" ");
            assertThat(said[2]).isEqualTo(String.valueOf(bytes));
            System.out.println(what + ": " + said[0] + " ms, " + Long.parseLong(said[1]) / 1024 + " MB at most");
        }
    }

    private void check(Depth depth) {
        long begun = System.nanoTime();
        assertThat(SpoolInspection.of(home, depth)).isEmpty();
        System.out.println("check by " + depth + ": " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    private void damage() throws Exception {
        Path index = new SpoolFolders(home).index();
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);
    }
}
