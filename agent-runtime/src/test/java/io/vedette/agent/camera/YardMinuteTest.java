package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.FromAgent;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.reader.ClockReader;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.lab.truth.GroundTruth;
import io.vedette.lab.truth.Sighting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Camera to files, all of it real: a minute of the yard over RTSP, watched, cut, written, and read by a stranger. */
class YardMinuteTest {
    @TempDir
    Path home;

    @Test
    void eachCrossingLiesInExactlyOneRecordingAndTheLightSwitchInNone() throws Exception {
        try (TestCamera camera = Yard.minute();
                Spool spool = Spool.open(home, Clock.systemUTC())) {
            GroundTruth truth = camera.truth();
            EdgeCamera agent = EdgeCamera.start(
                    Yard.settings(camera),
                    RecordingSettings.usual(EventBody.Delivery.AT_ONCE),
                    spool,
                    Clock.systemUTC(),
                    s -> {});
            new CountDownLatch(1).await(85, TimeUnit.SECONDS);
            agent.close();
            System.out.println(truth.sightings(truth.anchor(), Instant.now()));
            for (FromAgent.Event e : spool.outbox().pending(0, 100)) {
                System.out.println(e);
                if (e.body() instanceof RecordingClosed c) {
                    Decoded d = RecordingReader.decode(spool.find(c.recording()).orElseThrow().file());
                    System.out.println(d.firstPosition() + " .. " + d.lastPosition() + " " + d.videoPackets() + " a " + d.audioPackets() + " " + d.audioDuration() + " err " + d.decodeErrors() + " " + d.startsWithKey() + " first pts " + d.pictures().getFirst().pts());
                    System.out.println(" label " + truth.positionAt(c.startedAt()) + "  dur " + c.durationMs() + " thumb " + spool.thumbnail(c.recording()).map(p -> { try { return ImageIO.read(p.toFile()).getWidth() + " " + ClockReader.read(ImageIO.read(p.toFile())); } catch (Exception x) { return x.toString(); } }));
                }
            }
        }
    }
}
