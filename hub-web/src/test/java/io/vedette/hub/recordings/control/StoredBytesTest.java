package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.tenancy.Limit;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is beyond the quota of stored bytes waits at the edge, whole, and comes when there is room. */
class StoredBytesTest {
    private static final byte[] FILE = new byte[100_000];
    private Scene scene;

    @BeforeEach
    void anEmptyVault(@TempDir Path folder) {
        scene = new Scene(folder);
    }

    @Test
    void anUploadBeyondTheQuotaWaitsAndComesWhenThereIsRoom() {
        allow(150_000);
        UploadId first = upload(1);
        UploadId second = upload(2);

        assertThat(send(first, 0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
        List<UploadState> seen = new ArrayList<>();
        try (var watching = scene.news.watch(second, progress -> seen.add(progress.state()))) {
            assertThat(send(second, 0, FILE.length)).isEqualTo(new Taken.NoRoom());
        }
        assertThat(scene.taking.offset(scene.agent, second)).isEqualTo(new Taken.NoRoom());
        assertThat(seen).containsExactly(new UploadState.Requested());
        assertThat(scene.upload(second).state()).isEqualTo(new UploadState.Requested());
        assertThat(scene.room.waits(second)).isTrue();
        assertThat(scene.intake.held()).isEmpty();

        allow(200_000);
        assertThat(send(second, 0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
        assertThat(scene.room.waits(second)).isFalse();
        assertThat(used()).isEqualTo(200_000);
    }

    @Test
    void whatIsUnderWayHasItsRoomAndAnotherFindsItTaken() {
        allow(150_000);
        UploadId first = upload(1);
        UploadId second = upload(2);

        assertThat(send(first, 0, 1000)).isEqualTo(new Taken.At(1000, FILE.length));
        assertThat(used()).isEqualTo(FILE.length);
        assertThat(send(second, 0, 1000)).isEqualTo(new Taken.NoRoom());

        allow(0); // whoever has begun is not broken off
        assertThat(send(first, 1000, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
    }

    @Test
    void ofManyThatBeginAtOnceNoMoreDoThanHaveRoom() {
        allow(3L * FILE.length);
        List<UploadId> uploads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            uploads.add(upload(i));
        }

        long begun = uploads.parallelStream()
                .map(upload -> scene.taking.offset(scene.agent, upload))
                .filter(Taken.At.class::isInstance)
                .count();

        assertThat(begun).isEqualTo(3);
        assertThat(used()).isEqualTo(3L * FILE.length);
    }

    @Test
    void whatIsCalledOffGivesItsRoomBack() {
        allow(FILE.length);
        UploadId first = upload(1);
        UploadId second = upload(2);
        send(first, 0, 1000);

        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, first));

        assertThat(send(second, 0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
    }

    private UploadId upload(int number) {
        Instant startedAt = Scene.NOW.minusSeconds(60L * (number + 1));
        return scene.request(scene.closed(FILE, startedAt, Delivery.ON_DEMAND)).upload();
    }

    private Taken send(UploadId upload, int from, int to) {
        var chunk = new Chunk(from, to - from, new ByteArrayInputStream(FILE, from, to - from));
        return scene.taking.take(scene.agent, upload, chunk);
    }

    private long used() {
        return scene.as(scene.owner, () -> scene.room.used(scene.owner.tenant()));
    }

    private void allow(long bytes) {
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.quotas.set(
                        scene.owner.tenant(),
                        Limit.STORED_BYTES,
                        OptionalLong.of(bytes),
                        "the contract",
                        scene.clock.instant()));
    }
}
