package io.vedette.example;

import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.event.RecordingStoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what an event asks for: fetches the recording, looks, posts. The run is called after the event, so an event that comes twice
 * is posted twice and kept once. One recording at a time, whoever asks.
 */
final class Worker {
    static final AnalysisPost.Engine ENGINE = new AnalysisPost.Engine("example", "1.0");
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Hub hub;
    private final ReentrantLock turn = new ReentrantLock(true);

    Worker(Hub hub) {
        this.hub = hub;
    }

    /** Whether there is nothing more to do about this event: done, or never to be done. Else it is to be told again. */
    boolean finished(RecordingStoredEvent event) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            AnalysisPost analysis = look(event);
            hub.post(event.data(), analysis);
            LOG.info(
                    "{}: {} things seen", event.subject(), analysis.detections().size());
            return true;
        } catch (Hub.Refused refusal) {
            LOG.warn("{}", refusal.getMessage());
            return refusal.gone() || refusal.forEver();
        } catch (IOException e) {
            LOG.warn("{} is tried again later: {}", event.subject(), e.toString());
            return false;
        } finally {
            turn.unlock();
        }
    }

    private AnalysisPost look(RecordingStoredEvent event) throws IOException, InterruptedException, Hub.Refused {
        RecordingStored recording = event.data();
        Path folder = Files.createTempDirectory("vedette-example");
        Path file = folder.resolve("recording.mp4");
        try {
            hub.fetch(recording, file);
            return new AnalysisPost(event.id(), ENGINE, seen(recording, file));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** A recording that cannot be decoded will not be the next time either: nothing is seen in it. */
    private static List<AnalysisPost.Detection> seen(RecordingStored recording, Path file) {
        try {
            return Judgement.of(KeyFrames.of(file));
        } catch (IOException e) {
            LOG.warn("{} {}", recording.recording(), e.toString());
            return List.of();
        }
    }
}
