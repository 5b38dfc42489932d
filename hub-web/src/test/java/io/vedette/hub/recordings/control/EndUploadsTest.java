package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadPhase;
import io.vedette.vault.intake.AppendLimits;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndUploadsTest {
    private static final AppendLimits WIDE = new AppendLimits(100, Duration.ofMinutes(1));

    private Scene scene;
    private EndUploads ending;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        ending = new EndUploads(scene.work, scene.uploads, scene.intake, scene.cancelling);
    }

    @Test
    void nothingIsExpectedOfARevokedAgentAnyMoreHoweverMuchItWas() {
        UploadId first =
                scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND)).upload();
        UploadId whole =
                scene.request(scene.closed(new byte[10], Delivery.ON_DEMAND)).upload();
        scene.intake.append(whole, 10, new Chunk(0, new ByteArrayInputStream(new byte[10])), WIDE);
        for (int i = 0; i < 120; i++) { // more than one step
            scene.closed(new byte[10], Delivery.AT_ONCE);
        }

        ending.of(scene.agent);

        assertThat(scene.upload(first).state().phase()).isEqualTo(UploadPhase.CANCELLED);
        assertThat(scene.as(scene.owner, () -> scene.uploads.underWay(scene.owner.tenant())))
                .extracting(Upload::id)
                .as("what came whole before")
                .containsExactly(whole);
    }
}
