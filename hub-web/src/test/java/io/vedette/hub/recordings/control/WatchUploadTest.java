package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.UploadWish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchUploadTest {
    private static final UploadId UPLOAD = UploadId.fresh();
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final UploadNews news = new UploadNews(new UploadCount(new SimpleMeterRegistry()));
    private final List<UploadState> shown = new CopyOnWriteArrayList<>();

    @Test
    void aWatcherSeesWhatIsWhatComesAndTheEnd() throws InterruptedException {
        var watch = new WatchUpload(news, UPLOAD, () -> Optional.of(at(new UploadState.Requested())), NEVER);

        watch.run(progress -> {
            shown.add(progress.state());
            switch (shown.size()) {
                case 1 -> news.tell(at(new UploadState.Uploading(5)));
                case 2 -> news.tell(at(new UploadState.Stored()));
                default -> {}
            }
            return true;
        });

        assertThat(shown)
                .containsExactly(new UploadState.Requested(), new UploadState.Uploading(5), new UploadState.Stored());
    }

    @Test
    void aSlowWatcherMissesWhatIsInBetweenAndSeesTheLatest() throws InterruptedException {
        var watch = new WatchUpload(news, UPLOAD, () -> Optional.of(at(new UploadState.Requested())), NEVER);

        watch.run(progress -> {
            shown.add(progress.state());
            if (shown.size() == 1) {
                for (int i = 0; i < 1000; i++) {
                    news.tell(at(new UploadState.Uploading(i)));
                }
                news.tell(at(new UploadState.Stored()));
            }
            return true;
        });

        assertThat(shown).containsExactly(new UploadState.Requested(), new UploadState.Stored());
    }

    @Test
    void whoMayNotSeeItAnyMoreIsSentAway() throws InterruptedException {
        var asked = new AtomicInteger();
        var watch = new WatchUpload(
                news,
                UPLOAD,
                () -> asked.incrementAndGet() < 3 ? Optional.of(at(new UploadState.Requested())) : Optional.empty(),
                AT_ONCE);

        watch.run(progress -> shown.add(progress.state()));

        assertThat(asked).hasValue(3);
        assertThat(shown).hasSize(2);
    }

    @Test
    void theRuleIsAskedAlsoWhileNewsNeverEnd() throws InterruptedException {
        var asked = new AtomicInteger();
        var watch = new WatchUpload(
                news,
                UPLOAD,
                () -> asked.incrementAndGet() == 1 ? Optional.of(at(new UploadState.Requested())) : Optional.empty(),
                Duration.ofMillis(50));

        watch.run(progress -> {
            news.tell(at(new UploadState.Uploading(shown.size())));
            return shown.add(progress.state());
        });

        assertThat(asked).hasValue(2);
    }

    @Test
    void whoLeavesIsForgotten() throws InterruptedException {
        var watch = new WatchUpload(news, UPLOAD, () -> Optional.of(at(new UploadState.Requested())), NEVER);

        watch.run(progress -> {
            shown.add(progress.state());
            return false;
        });
        news.tell(at(new UploadState.Stored()));

        assertThat(shown).containsExactly(new UploadState.Requested());
    }

    private static UploadProgress at(UploadState state) {
        return new UploadProgress(UPLOAD, RecordingId.fresh(), AgentId.fresh(), false, state, 0, 10, UploadWish.PLAIN);
    }
}
