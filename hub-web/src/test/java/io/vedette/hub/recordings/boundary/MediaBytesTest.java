package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.ArrivedPart.Playable;
import io.vedette.hub.recordings.control.SmallFilm;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaBytesTest extends RecordingsScene {
    private static final byte[] FILM =
            SmallFilm.joined(SmallFilm.start(), SmallFilm.second(5000), SmallFilm.second(6000), SmallFilm.second(7000));
    private static final int TWO_SECONDS = FILM.length - SmallFilm.second(7000).length;

    private MediaBytes media;
    private RecordingId id;
    private UploadId upload;

    @BeforeEach
    void ask() {
        media = new MediaBytes(scene.stores, arrived);
        id = scene.closed(FILM, Delivery.ON_DEMAND);
        upload = scene.request(id).upload();
        scene.connect();
    }

    @Test
    void whatHasArrivedPlaysUpToItsLastWholeFragment() throws IOException {
        assertThat(arrived.of(scene.recording(id))).isEmpty();
        send(0, 100);
        assertThat(arrived.of(scene.recording(id))).isEmpty();
        send(100, TWO_SECONDS + 50);

        assertThat(arrived.of(scene.recording(id))).contains(new Playable(TWO_SECONDS, Duration.ofSeconds(2)));
        assertThat(read(OptionalLong.of(TWO_SECONDS), 0, TWO_SECONDS)).isEqualTo(Arrays.copyOf(FILM, TWO_SECONDS));
        assertThat(read(OptionalLong.of(TWO_SECONDS), 7, 100)).isEqualTo(Arrays.copyOfRange(FILM, 7, 107));
    }

    @Test
    void whoeverBeganWhileItCameGoesOnFromTheVault() throws IOException {
        send(0, TWO_SECONDS);
        String tag = media.of(scene.recording(id), OptionalLong.of(TWO_SECONDS)).tag();
        send(TWO_SECONDS, FILM.length);

        var source = media.of(scene.recording(id), OptionalLong.of(TWO_SECONDS));

        assertThat(source.tag()).isEqualTo(tag);
        assertThat(source.bytes()).isEqualTo(TWO_SECONDS);
        assertThat(read(OptionalLong.of(TWO_SECONDS), 0, TWO_SECONDS)).isEqualTo(Arrays.copyOf(FILM, TWO_SECONDS));
        assertThat(media.of(scene.recording(id), OptionalLong.empty()).tag()).isNotEqualTo(tag);
    }

    @Test
    void whatIsNotHereIsNotFound() {
        send(0, TWO_SECONDS);

        notFound(OptionalLong.empty());
        notFound(OptionalLong.of(TWO_SECONDS + 1L));
        notFound(OptionalLong.of(FILM.length + 1L));
        notFound(OptionalLong.of(0));
        notFound(OptionalLong.of(-1));

        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));
        notFound(OptionalLong.of(TWO_SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageOffersWhatPlaysAndNothingBefore(String language) {
        assertThat(recording(scene.owner, id, Locale.of(language))).doesNotContain("<video", "??");

        send(0, TWO_SECONDS);

        assertThat(recording(scene.owner, id, Locale.of(language)))
                .contains("<video data-begun", "src=\"/t/acme/media/" + id + ".mp4?first=" + TWO_SECONDS + "\"")
                .contains("0:02")
                .doesNotContain("??");
    }

    private byte[] read(OptionalLong beginning, long first, long count) throws IOException {
        try (var in = media.of(scene.recording(id), beginning).opening().open(first, count)) {
            return in.readAllBytes();
        }
    }

    private void notFound(OptionalLong beginning) {
        assertThatThrownBy(() -> media.of(scene.recording(id), beginning)).isInstanceOf(Refusal.class);
    }

    private void send(int from, int to) {
        var bytes = Arrays.copyOfRange(FILM, from, to);
        scene.taking.take(scene.agent, upload, new Chunk(from, bytes.length, new ByteArrayInputStream(bytes)));
    }
}
