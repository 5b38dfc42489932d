package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.recordings.control.KeepThumbnail.Kept;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepThumbnailTest {
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};
    private Scene scene;
    private RecordingId recording;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        recording = scene.closed(new byte[10], Delivery.ON_DEMAND);
    }

    @Test
    void aPictureIsKeptAndTheRecordingSaysSo() throws IOException {
        assertThat(scene.thumbnails.keep(scene.agent, recording, PICTURE)).isEqualTo(Kept.KEPT);

        assertThat(scene.recording(recording).thumbnail()).isTrue();
        try (var in = scene.store.open(scene.recording(recording).thumbnailKey())) {
            assertThat(in.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    @Test
    void theSamePictureAgainIsFine() {
        scene.thumbnails.keep(scene.agent, recording, PICTURE);

        assertThat(scene.thumbnails.keep(scene.agent, recording, PICTURE)).isEqualTo(Kept.KEPT);
    }

    @Test
    void aPictureThatACrashLeftWithoutARowGivesWay() throws IOException {
        byte[] left = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 9};
        var key = scene.recording(recording).thumbnailKey();
        scene.store.put(key, new ByteArrayInputStream(left), new BlobSpec(left.length, Sha256.of(left), BlobSpec.JPEG));

        assertThat(scene.thumbnails.keep(scene.agent, recording, PICTURE)).isEqualTo(Kept.KEPT);
        assertThat(scene.store.info(key).bytes()).isEqualTo(PICTURE.length);
    }

    @Test
    void whatIsNoJpegOrTooLargeIsRefused() {
        byte[] large = new byte[KeepThumbnail.MOST_BYTES + 1];
        System.arraycopy(PICTURE, 0, large, 0, PICTURE.length);

        assertThat(scene.thumbnails.keep(scene.agent, recording, new byte[] {1, 2, 3, 4}))
                .isEqualTo(Kept.NO_JPEG);
        assertThat(scene.thumbnails.keep(scene.agent, recording, new byte[0])).isEqualTo(Kept.NO_JPEG);
        assertThat(scene.thumbnails.keep(scene.agent, recording, large)).isEqualTo(Kept.TOO_LARGE);
        assertThat(scene.recording(recording).thumbnail()).isFalse();
    }

    @Test
    void onlyTheAgentThatMadeTheRecordingMaySendIt() {
        var other = TestAgents.pair(scene.work, scene.owner.tenant(), scene.camera("Yard"));

        assertThat(scene.thumbnails.keep(other, recording, PICTURE)).isEqualTo(Kept.UNKNOWN);
        assertThat(scene.thumbnails.keep(scene.agent, RecordingId.fresh(), PICTURE))
                .isEqualTo(Kept.UNKNOWN);
    }

    @Test
    void thoseThatNeverCameAreAskedForAgain() {
        var second = scene.closed(new byte[10], Delivery.ON_DEMAND);
        scene.thumbnails.keep(scene.agent, recording, PICTURE);

        List<FromHub> told = scene.connect();
        scene.grantThumbnails.grantMissing(scene.agent);

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        FromHub.ThumbnailGrant.class,
                        grant -> assertThat(grant.recording()).isEqualTo(second));
    }
}
