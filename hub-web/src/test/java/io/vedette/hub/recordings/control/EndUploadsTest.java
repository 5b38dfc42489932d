package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.MotionMarks;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadPhase;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.vault.intake.AppendLimits;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndUploadsTest {
    private static final AppendLimits WIDE = new AppendLimits(100_000, Duration.ofMinutes(1));

    private static final byte[] FILM =
            SmallFilm.joined(SmallFilm.start(), SmallFilm.second(5000), SmallFilm.second(6000), SmallFilm.second(7000));
    private static final int TWO_SECONDS = FILM.length - SmallFilm.second(7000).length;

    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
    }

    @Test
    void nothingIsExpectedOfARevokedAgentAnyMoreHoweverMuchItWas() {
        UploadId first =
                scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND)).upload();
        UploadId whole =
                scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND)).upload();
        came(whole, new byte[10], 10);
        for (int i = 0; i < 120; i++) { // more than one step
            scene.closed(new byte[10], Delivery.AT_ONCE);
        }

        scene.ending.of(scene.agent);

        assertThat(scene.upload(first).state().phase()).isEqualTo(UploadPhase.CANCELLED);
        assertThat(scene.as(scene.owner, () -> scene.uploads.underWay(scene.owner.tenant())))
                .extracting(Upload::id)
                .as("what came whole before")
                .containsExactly(whole);
    }

    @Test
    void whatHadComeOfAClosedRecordingIsKeptUpToItsLastWholeFragmentForWhoeverAskedForIt() throws IOException {
        BitSet seconds = new BitSet();
        seconds.set(1);
        seconds.set(8);
        byte[] heat = new byte[MotionMarks.CELLS];
        heat[7] = 9;
        RecordingId closed = scene.closed(FILM, Scene.NOW.minusSeconds(60), MotionMarks.of(seconds, heat, 40));
        UploadId upload = scene.request(closed).upload();
        came(upload, FILM, TWO_SECONDS + 100);

        scene.ending.of(scene.agent);
        scene.upkeep.run();

        Upload now = scene.upload(upload);
        Recording kept = scene.recording(now.recording());
        assertThat(now.state()).isEqualTo(new UploadState.Stored());
        assertThat(now.requestedBy()).contains(scene.owner.subject());
        assertThat(kept.id()).isNotEqualTo(closed);
        assertThat(kept.cutOf()).contains(closed);
        assertThat(kept.cut()).isTrue();
        assertThat(kept.place()).isEqualTo(Place.VAULT);
        assertThat(kept.startedAt()).isEqualTo(Scene.NOW.minusSeconds(60));
        assertThat(kept.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(kept.motion().orElseThrow().movedSeconds().stream())
                .as("of the eighth second nothing came")
                .containsExactly(1);
        assertThat(scene.recording(closed).place()).isEqualTo(Place.EDGE);
        assertThat(scene.intake.held()).isEmpty();
        try (InputStream in = scene.store.open(kept.fileKey())) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOf(FILM, TWO_SECONDS));
        }
    }

    @Test
    void ofLessThanAWholeFragmentNothingIsKept() {
        UploadId upload = scene.request(scene.closed(FILM, Delivery.ON_DEMAND)).upload();
        came(upload, FILM, SmallFilm.start().length + 10);

        scene.ending.of(scene.agent);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Cancelled());
        assertThat(scene.intake.held()).isEmpty();
    }

    @Test
    void whatIsNoFilmIsNotKept() {
        UploadId upload = scene.request(scene.closed(new byte[FILM.length], Delivery.ON_DEMAND))
                .upload();
        came(upload, new byte[FILM.length], TWO_SECONDS);

        scene.ending.of(scene.agent);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Cancelled());
        assertThat(scene.intake.held()).isEmpty();
    }

    @Test
    void whatAPersonCalledOffIsNotKept() {
        UploadId upload = scene.request(scene.closed(FILM, Delivery.ON_DEMAND)).upload();
        came(upload, FILM, TWO_SECONDS);
        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));

        scene.ending.of(scene.agent);

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Cancelled());
        assertThat(scene.intake.held()).isEmpty();
    }

    private void came(UploadId upload, byte[] file, int bytes) {
        var chunk = new Chunk(0, new ByteArrayInputStream(file, 0, bytes));
        scene.intake.append(upload, file.length, chunk, WIDE);
    }
}
