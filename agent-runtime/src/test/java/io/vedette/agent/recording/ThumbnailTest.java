package io.vedette.agent.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.motion.Shot;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path home;

    private Spool spool;
    private Thumbnail thumbnail;

    @BeforeEach
    void open() {
        spool = Spool.open(home, Clock.systemUTC());
        thumbnail = new Thumbnail(spool);
    }

    @AfterEach
    void close() {
        spool.close();
    }

    private static Shot calm(String what) {
        return new Shot(what.getBytes(StandardCharsets.US_ASCII), false);
    }

    private static Shot telling(String what) {
        return new Shot(what.getBytes(StandardCharsets.US_ASCII), true);
    }

    private String of(RecordingId recording) throws IOException {
        Path file = spool.thumbnail(recording).orElse(null);
        return file == null ? "none" : Files.readString(file);
    }

    @Test
    void whatTellsOfTheMotionItBeganWithStandsForARecording() throws IOException {
        RecordingId recording = RecordingId.fresh();
        thumbnail.offer(9 * SECOND, calm("yard"));
        thumbnail.offer(11 * SECOND, telling("a foot"));
        thumbnail.begin(recording, 8 * SECOND);
        thumbnail.offer(12 * SECOND, telling("a person"));
        thumbnail.offer(13 * SECOND, calm("yard"));
        thumbnail.offer(60 * SECOND, telling("somebody else"));
        thumbnail.end();

        assertThat(of(recording)).isEqualTo("a person");
    }

    @Test
    void whereNothingMovesItIsTheFirstPictureThereIsUntilSomethingDoes() throws IOException {
        RecordingId still = RecordingId.fresh();
        thumbnail.begin(still, 0);
        thumbnail.offer(5 * SECOND, calm("first"));
        thumbnail.offer(15 * SECOND, calm("second"));
        thumbnail.end();
        RecordingId late = RecordingId.fresh();
        thumbnail.begin(late, 20 * SECOND);
        thumbnail.offer(25 * SECOND, calm("yard"));
        thumbnail.offer(55 * SECOND, telling("a person"));
        thumbnail.end();

        assertThat(of(still)).isEqualTo("first");
        assertThat(of(late)).isEqualTo("a person");
    }

    @Test
    void aPictureFromLongBeforeStandsForNothing() throws IOException {
        RecordingId soon = RecordingId.fresh();
        RecordingId later = RecordingId.fresh();
        thumbnail.offer(10 * SECOND, telling("a person"));
        thumbnail.begin(soon, 15 * SECOND);
        thumbnail.end();
        thumbnail.begin(later, 40 * SECOND);
        thumbnail.end();

        assertThat(of(soon)).isEqualTo("a person");
        assertThat(of(later)).isEqualTo("none");
    }
}
