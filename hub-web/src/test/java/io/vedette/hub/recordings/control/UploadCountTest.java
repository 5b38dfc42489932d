package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.UploadWish;
import org.junit.jupiter.api.Test;

class UploadCountTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UploadNews news = new UploadNews(new UploadCount(meters));

    @Test
    void onlyTheEndOfAnUploadCountsAndOnlyStoredBytesAreStored() {
        tell(new UploadState.Requested());
        tell(new UploadState.Uploading(50));
        tell(new UploadState.Verifying());
        assertThat(settled("stored")).isZero();

        tell(new UploadState.Stored());
        tell(new UploadState.Cancelled());

        assertThat(settled("stored")).isEqualTo(1);
        assertThat(settled("cancelled")).isEqualTo(1);
        assertThat(settled("failed")).isZero();
        assertThat(meters.get("vedette.recordings.stored").counter().count()).isEqualTo(100);
    }

    private void tell(UploadState state) {
        news.tell(new UploadProgress(
                UploadId.fresh(), RecordingId.fresh(), AgentId.fresh(), false, state, 50, 100, UploadWish.PLAIN));
    }

    private double settled(String outcome) {
        return meters.get("vedette.uploads.settled")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
