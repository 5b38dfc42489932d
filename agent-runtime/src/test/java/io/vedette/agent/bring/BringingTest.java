package io.vedette.agent.bring;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.vault.SiteVault;
import io.vedette.agent.wire.listen.Desk;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.contracts.link.FromHub.VaultOffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real agent's half before a real vault's, over TLS. */
@Timeout(60)
class BringingTest {
    private static final int LARGE = 9_000_000;

    @TempDir
    Path folder;

    private final CameraId camera = CameraId.fresh();
    private final AtomicInteger breaks = new AtomicInteger();
    private Spool spool;
    private SiteVault vault;

    @BeforeEach
    void begin() throws IOException {
        spool = Spool.open(folder.resolve("agent"), Clock.systemUTC());
        vault = new SiteVault(folder.resolve("vault"), this::breaking);
    }

    @AfterEach
    void end() throws IOException {
        spool.close();
        vault.close();
    }

    @Test
    void eachClosedRecordingIsBroughtWholeAndTheIndexKnowsIt() throws Exception {
        RecordingId small = recording(1000);
        RecordingId large = recording(LARGE);

        round().run(vault.offer(camera), () -> true);

        for (RecordingId id : List.of(small, large)) {
            assertThat(Files.readAllBytes(vault.spool().find(id).orElseThrow().file()))
                    .isEqualTo(Files.readAllBytes(file(id)));
        }
        assertThat(vault.told())
                .extracting(told -> ((RecordingKept) told).camera())
                .containsExactly(camera, camera);
        assertThat(spool.toBring(vault.id, 0, 10)).isEmpty();
    }

    @Test
    void aNewStartAsksForNothingThatWasBrought() {
        recording(1000);
        round().run(vault.offer(camera), () -> true);
        vault.asked.clear();
        RecordingId next = recording(1000);

        round().run(vault.offer(camera), () -> true);

        assertThat(vault.asked).hasSize(2).allMatch(asked -> asked.endsWith(next.toString()));
    }

    @Test
    void whatBrokeOffGoesOnWhereItStood() {
        RecordingId large = recording(LARGE);
        breaks.set(1);
        BringRound round = round();

        round.run(vault.offer(camera), () -> true);
        assertThat(vault.spool().find(large)).isEmpty();
        vault.asked.clear();
        round.run(vault.offer(camera), () -> true);

        assertThat(vault.spool().find(large)).isPresent();
        assertThat(vault.asked)
                .as("an announcement, and the parts that were missing")
                .hasSizeLessThan(4);
    }

    @Test
    void whoIsNotTheVaultIsSentNothing() {
        RecordingId recording = recording(1000);
        VaultOffer real = vault.offer(camera);
        VaultOffer another = new VaultOffer(real.vault(), real.address(), "A".repeat(43), real.ticket());

        assertThat(round().run(another, () -> true)).isPositive();

        assertThat(vault.asked).isEmpty();
        assertThat(spool.toBring(vault.id, 0, 10)).extracting(one -> one.id()).containsExactly(recording);
    }

    @Test
    void plainHttpBeyondThisMachineIsNoVault() {
        recording(1000);
        VaultOffer real = vault.offer(camera);

        round().run(new VaultOffer(real.vault(), "http://192.0.2.7:80", null, real.ticket()), () -> true);

        assertThat(spool.toBring(vault.id, 0, 10)).hasSize(1);
    }

    @Test
    void aTicketThatIsRefusedIsNotShownAgain() {
        recording(1000);
        BringRound round = round();
        VaultOffer over = vault.offer(vault.ticket(camera, Instant.now().minusSeconds(600)));

        round.run(over, () -> true);
        round.run(over, () -> true);
        assertThat(vault.asked).hasSize(1);
        round.run(vault.offer(camera), () -> true);

        assertThat(spool.toBring(vault.id, 0, 10)).isEmpty();
    }

    @Test
    void aRecordingThatIsDamagedHereKeepsNoOtherFromBeingBrought() throws IOException {
        RecordingId altered = recording(1000);
        RecordingId shorter = recording(1000);
        RecordingId good = recording(1000);
        Files.write(file(altered), new byte[] {42}, StandardOpenOption.WRITE);
        Files.write(file(shorter), new byte[3]);

        round().run(vault.offer(camera), () -> true);

        assertThat(vault.spool().find(altered)).isEmpty();
        assertThat(vault.spool().find(shorter)).isEmpty();
        assertThat(vault.spool().find(good)).isPresent();
    }

    @Test
    void aVaultThatIsAwayIsBroughtWhatWaitedWhenItIsBack() throws Exception {
        RecordingId recording = recording(1000);
        vault.leaves();
        try (Bringing bringing = Bringing.start(spool, () -> 0L)) {
            bringing.told(vault.offer(camera));

            vault.comesBack();

            until("it is there", () -> vault.spool().find(recording).isPresent());
        }
    }

    @Test
    void aSiteWithoutAVaultIsBroughtNothingUntilItHasOneAgain() throws Exception {
        try (Bringing bringing = Bringing.start(spool, () -> 0L)) {
            RecordingId first = recording(1000);
            bringing.told(vault.offer(camera));
            until("the first", () -> vault.spool().find(first).isPresent());
            until("its mark", () -> spool.toBring(vault.id, 0, 10).isEmpty());

            bringing.shut();
            RecordingId second = recording(1000);
            bringing.told(vault.offer(camera));

            until("the second", () -> vault.spool().find(second).isPresent());
        }
        try (Bringing bringing = Bringing.start(spool, () -> 0L)) {
            recording(1000);
            bringing.shut();
            until(
                    "what it was brought to count as brought nowhere",
                    () -> spool.toBring(vault.id, 0, 10).size() == 3);
        }
    }

    /** Parts break off in the midst, that often. */
    private Desk breaking(Desk vault) {
        return request -> {
            if (request.method().equals("PATCH")
                    && request.header("upload-offset").filter("0"::equals).isEmpty()
                    && breaks.getAndDecrement() > 0) {
                throw new IOException("the cable was pulled");
            }
            return vault.answer(request);
        };
    }

    private BringRound round() {
        return new BringRound(spool, () -> 0L);
    }

    private Path file(RecordingId recording) {
        return spool.find(recording).orElseThrow().file();
    }

    private RecordingId recording(int bytes) {
        RecordingDraft draft = new RecordingDraft(
                RecordingId.fresh(), Instant.parse("2026-11-20T12:00:00Z"), "video/mp4", 640, 360, Delivery.ON_DEMAND);
        OpenRecording open = spool.begin(draft);
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        content[0] = 1;
        open.append(ByteBuffer.wrap(content));
        return open.close(Duration.ofSeconds(1), Optional.empty()).recording();
    }
}
