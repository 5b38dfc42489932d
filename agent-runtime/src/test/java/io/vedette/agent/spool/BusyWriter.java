package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.FromAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process that does everything a spool can do, in random order, until somebody kills it or the disk refuses. It says
 * what it has done once that is done, and what it is about to undo before; a line without its full stop does not count.
 */
final class BusyWriter {
    private static final int MOST_KEPT = 10;

    private final Spool spool;
    private final Random random;
    private final Clips clips;

    private BusyWriter(Spool spool, Clips clips, long seed) {
        this.spool = spool;
        this.clips = clips;
        this.random = new Random(seed);
    }

    /** Arguments: home, seed. */
    public static void main(String[] arguments) throws IOException {
        Clips clips = Clips.tiny();
        say("ready");
        try (Spool spool = Spool.open(Path.of(arguments[0]), Clock.systemUTC())) {
            say("open");
            BusyWriter writer = new BusyWriter(spool, clips, Long.parseLong(arguments[1]));
            while (!System.out.checkError()) { // else it goes on for ever where its test was killed
                writer.step();
            }
        } catch (SpoolFault e) {
            say("fault");
        }
    }

    private void step() throws IOException {
        List<RecordingId> kept = kept();
        int choice = random.nextInt(10);
        if (kept.size() >= MOST_KEPT || choice == 0 && !kept.isEmpty()) {
            remove(one(kept));
        } else if (choice == 1 && !kept.isEmpty()) {
            RecordingId id = one(kept);
            spool.stored(id);
            say("stored " + id);
        } else if (choice == 2) {
            acknowledge();
        } else if (choice == 3) {
            OpenRecording open = clips.begin(spool);
            open.abandon();
        } else {
            OpenRecording open = clips.begin(spool);
            spool.keepThumbnail(open.id(), new byte[] {1, 2, 3});
            RecordingClosed closed = open.close(java.time.Duration.ofSeconds(2), java.util.Optional.of(Clips.MOVED));
            say("closed " + closed.recording() + " " + closed.sha256());
        }
    }

    private void remove(RecordingId id) {
        say("removing " + id);
        spool.remove(id, "test");
        say("removed " + id);
    }

    private void acknowledge() {
        List<FromAgent.Event> events = spool.outbox().toSend(0, 1 + random.nextInt(5));
        if (!events.isEmpty()) {
            long seq = events.getLast().seq();
            spool.outbox().acknowledged(seq);
            say("acknowledged " + seq);
        }
    }

    private RecordingId one(List<RecordingId> kept) {
        return kept.get(random.nextInt(kept.size()));
    }

    private List<RecordingId> kept() throws IOException {
        List<RecordingId> kept = new ArrayList<>();
        try (var files = Files.list(spool.folders().recordings())) {
            files.filter(file -> file.getFileName().toString().endsWith(SpoolFolders.CLOSED))
                    .forEach(file -> kept.add(SpoolFolders.owner(file).orElseThrow()));
        }
        return kept;
    }

    private static void say(String what) {
        System.out.println(what + " .");
    }
}
