package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.agent.spool.Incoming.Outcome;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingKept;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spool of an edge vault. What is asked over the network is {@code ReceiverTest}'s. */
class IncomingTest {
    @TempDir
    Path home;

    private final CameraId camera = CameraId.fresh();
    private long roomLeft = 1L << 40;
    private Spool spool;
    private Incoming incoming;

    @BeforeEach
    void begin() {
        open(SpoolBudget.of(1 << 30));
    }

    @AfterEach
    void end() {
        spool.close();
    }

    @Test
    void severalCamerasLieInOneSpoolAndEachIsTold() throws Exception {
        Brought one = Brought.of(camera, 1000);
        Brought other = Brought.of(CameraId.fresh(), 2000);

        assertThat(one.into(incoming)).isEqualTo(new Outcome.Kept(1000));
        assertThat(other.into(incoming)).isEqualTo(new Outcome.Kept(2000));

        assertThat(Spools.told(spool)).containsExactly(kept(one), kept(other));
        assertThat(spool.find(other.id()).orElseThrow().sha256())
                .isEqualTo(other.label().sha256());
        assertThat(spool.use().bytes()).isEqualTo(3000);
        assertThat(leftUnfinished()).isEmpty();
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void whatCameOfAPartThatBrokeOffIsKeptAlsoOverARestart() throws Exception {
        Brought brought = Brought.of(camera, 100_000);
        incoming.begin(brought.label());
        InputStream cable =
                new SequenceInputStream(new ByteArrayInputStream(brought.content(), 0, 30_000), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the cable was pulled");
                    }
                });
        assertThatThrownBy(() -> incoming.append(camera, brought.id(), 0, 100_000, cable))
                .hasMessageContaining("cable");

        restart();

        assertThat(incoming.standing(camera, brought.id())).isEqualTo(new Outcome.At(30_000, 100_000));
        assertThat(brought.part(incoming, 30_000, 100_000)).isEqualTo(new Outcome.Kept(100_000));
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void aFileThatLostItsRowInACrashGetsItBack() throws Exception {
        Brought brought = Brought.of(camera, 1000);
        incoming.begin(brought.label());
        brought.part(incoming, 0, 999);
        Files.write(
                spool.folders().closed(brought.id()), brought.content()); // as if the rename had been the last thing

        restart();

        assertThat(Spools.told(spool)).containsExactly(kept(brought));
        assertThat(incoming.standing(camera, brought.id())).isEqualTo(new Outcome.Kept(1000));
        assertThat(leftUnfinished()).isEmpty();
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void aFileOfNobodyIsPutAsideAndToldToNobody() throws Exception {
        RecordingId nobodys = RecordingId.fresh();
        Files.write(spool.folders().closed(nobodys), new byte[10]);

        restart();

        assertThat(Spools.told(spool)).isEmpty();
        assertThat(spool.folders().bad(nobodys)).exists();
    }

    @Test
    void withoutRoomNothingIsTakenAndWhatCameStays() throws Exception {
        Brought brought = Brought.of(camera, 1000);
        incoming.begin(brought.label());
        brought.part(incoming, 0, 500);
        roomLeft = 100;
        assertThat(brought.part(incoming, 500, 1000)).isEqualTo(new Outcome.NoRoom());

        roomLeft = 1L << 40;

        assertThat(brought.part(incoming, 500, 1000)).isEqualTo(new Outcome.Kept(1000));
    }

    @Test
    void theOldestMakesRoomAndWhatTheHubHasGoesFirst() throws Exception {
        spool.close();
        open(SpoolBudget.of(2500));
        List<Brought> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(Brought.of(camera, 1000));
            all.getLast().into(incoming);
        }
        spool.stored(all.get(1).id());

        Brought third = Brought.of(camera, 1001);
        assertThat(third.into(incoming)).isEqualTo(new Outcome.Kept(1001));

        assertThat(Spools.gone(spool))
                .extracting(gone -> gone.recording())
                .containsExactly(all.get(1).id());
        assertThat(spool.find(all.get(0).id())).isPresent();
        assertThat(incoming.begin(Brought.of(camera, 2501).label())).isEqualTo(new Outcome.TooLarge());
    }

    @Test
    void whatNeverComesToItsEndCostsNoMoreThanThereIsRoomFor() throws Exception {
        spool.close();
        open(SpoolBudget.of(2500));
        Brought one = Brought.of(camera, 2000);
        Brought other = Brought.of(camera, 2001);
        incoming.begin(one.label());
        incoming.begin(other.label());

        assertThat(one.part(incoming, 0, 1900)).isEqualTo(new Outcome.At(1900, 2000));
        assertThat(other.part(incoming, 0, 1900)).isEqualTo(new Outcome.NoRoom());

        assertThat(one.part(incoming, 1900, 2000)).isEqualTo(new Outcome.Kept(2000));
    }

    @Test
    void whatWasGivenUpMayBeBroughtAgainAndTheIndexIsStillWhole() throws Exception {
        Brought brought = Brought.of(camera, 1000);
        brought.into(incoming);
        spool.remove(brought.id(), "asked");
        assertThat(brought.into(incoming)).isEqualTo(new Outcome.Kept(1000));

        restart();

        assertThat(Spools.told(spool)).hasSize(3).last().isEqualTo(kept(brought));
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void whoseTheyAreIsStillKnownAfterTheIndexWasDamaged() throws Exception {
        Brought one = Brought.of(camera, 1000);
        Brought other = Brought.of(CameraId.fresh(), 1001);
        one.into(incoming);
        other.into(incoming);
        spool.close();
        Spools.change(home, "update outbox set seal = 1 where seq = 1");

        open(SpoolBudget.of(1 << 30));

        assertThat(Spools.told(spool)).containsExactlyInAnyOrder(kept(one), kept(other));
        assertThat(spool.broughtHere(other.id())).contains(other.label());
    }

    @Test
    void ofOneCameraOnlyAFewAreUnfinishedAndNoneForLongerThanADay() throws Exception {
        Brought others = Brought.of(CameraId.fresh(), 1000);
        incoming.begin(others.label());
        List<Brought> all = new ArrayList<>();
        for (int i = 0; i <= Incoming.MOST_PER_CAMERA; i++) {
            all.add(Brought.of(camera, 1000 + i));
            incoming.begin(all.getLast().label());
            Path part = spool.folders().incoming().resolve(all.getLast().id() + SpoolFolders.OPEN);
            Files.setLastModifiedTime(
                    part, FileTime.from(Clock.systemUTC().instant().plusSeconds(i)));
        }
        assertThat(incoming.standing(camera, all.get(0).id())).isEqualTo(new Outcome.Unknown());
        assertThat(incoming.standing(camera, all.get(1).id())).isInstanceOf(Outcome.At.class);
        assertThat(incoming.standing(others.label().camera(), others.id())).isInstanceOf(Outcome.At.class);

        Path part = spool.folders().incoming().resolve(others.id() + SpoolFolders.OPEN);
        Files.setLastModifiedTime(
                part, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(25))));
        incoming.begin(Brought.of(camera, 999).label());

        assertThat(incoming.standing(others.label().camera(), others.id())).isEqualTo(new Outcome.Unknown());
    }

    private static RecordingKept kept(Brought brought) {
        return new RecordingKept(
                brought.id(),
                brought.label().camera(),
                brought.label().bytes(),
                brought.label().sha256());
    }

    private List<String> leftUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(spool.folders().incoming())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void restart() {
        spool.close();
        open(SpoolBudget.of(1 << 30));
    }

    private void open(SpoolBudget budget) {
        spool = Spool.openVault(
                home,
                budget,
                new Surroundings(
                        Clock.systemUTC(),
                        System::nanoTime,
                        Durability.DISK,
                        folder -> roomLeft,
                        Surroundings::javasSha256));
        incoming = Incoming.of(spool);
    }
}
