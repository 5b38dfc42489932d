package io.vedette.e2e.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Now;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.reader.RecordingReader;
import io.vedette.lab.truth.GroundTruth;
import io.vedette.lab.truth.Sighting;
import io.vedette.lab.truth.TruthClient;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last of all: the camera at the gate was filmed all the while, so two whole loops are there to be looked at. */
@EndToEnd
@Order(90)
class MotionIT {
    private static final Duration PRE_ROLL = Duration.ofSeconds(3);
    private static final Duration POST_ROLL = Duration.ofSeconds(3);
    private static final Duration GROUP = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LOOPS = 2;

    private static GroundTruth truth;
    private static Instant from;
    private static Instant to;
    private static List<Sighting> sightings;
    private static List<Seen> seen;
    private static long loopBytes;

    /** Two loops that ended already, between crossings; everything of them is recorded and here. */
    @BeforeAll
    static void watchTwoLoops(House house, @TempDir Path folder) throws Exception {
        Stack stack = house.stack();
        HubApi api = house.browser().asOwner().api();
        String gate = stack.camera(Seed.GATE).toString();
        try (TruthClient client = house.gateTruth()) {
            truth = client.truth();
        }
        Instant first = Patiently.the(
                "the first recording of all",
                PATIENCE,
                () -> Recorded.of(api, gate).stream().map(Recorded::startedAt).findFirst());
        // the loop's own start is a quiet moment: nothing crosses within five seconds of it
        from = startOfNextLoop(startOfLatestPossible(first));
        to = from.plus(truth.loop().multipliedBy(LOOPS));
        Patiently.until("two loops to be over", PATIENCE, () -> Now.utc().isAfter(to.plus(POST_ROLL)));
        sightings = truth.sightings(from, to);
        Patiently.until("everything of two loops in the vault", PATIENCE, () -> {
            List<Recorded> all = window(api, gate);
            return all.size() >= sightings.size() && all.stream().allMatch(Recorded::inVault);
        });
        seen = new ArrayList<>();
        for (Recorded recorded : window(api, gate)) {
            seen.add(Seen.of(recorded, RecordingReader.decode(recorded.fetch(api, folder)), truth));
        }
        loopBytes = mainTrackBytes();
    }

    @Test
    void everyCrossingLiesInExactlyOneRecording() {
        assertThat(sightings).hasSize(LOOPS * truth.crossings().size());
        for (Sighting sighting : sightings) {
            List<Seen> touching =
                    seen.stream().filter(one -> one.touches(sighting)).toList();
            assertThat(touching).as("recordings of %s", sighting).hasSize(1);
            Seen only = touching.getFirst();
            assertThat(only.start()).as("%s in %s", sighting, only).isBeforeOrEqualTo(sighting.start());
            assertThat(only.end()).as("%s in %s", sighting, only).isAfterOrEqualTo(sighting.end());
        }
    }

    @Test
    void aRecordingBeginsAtMostPreRollAndOneGroupBefore() {
        for (Sighting sighting : sightings) {
            assertThat(of(sighting).start())
                    .as("%s in %s", sighting, of(sighting))
                    .isAfterOrEqualTo(sighting.start().minus(PRE_ROLL).minus(GROUP));
        }
    }

    @Test
    void aRecordingEndsAtMostPostRollAndOneGroupAfter() {
        for (Sighting sighting : sightings) {
            assertThat(of(sighting).end())
                    .as("%s in %s", sighting, of(sighting))
                    .isBeforeOrEqualTo(sighting.end().plus(POST_ROLL).plus(GROUP));
        }
    }

    @Test
    void neitherTheLampNorTheNoiseIsRecorded() {
        assertThat(truth.lightSwitches(from, to)).hasSize(LOOPS);
        assertThat(seen)
                .allSatisfy(one ->
                        assertThat(sightings.stream().anyMatch(one::touches)).isTrue());
    }

    @Test
    void lessThanSixtyPercentOfTheStreamIsKept() {
        long kept = seen.stream().mapToLong(one -> one.recorded().bytes()).sum();

        assertThat(kept * 100).as("percent of %s bytes", LOOPS * loopBytes).isLessThan(60 * LOOPS * loopBytes);
    }

    private static Seen of(Sighting sighting) {
        return seen.stream().filter(one -> one.touches(sighting)).findFirst().orElseThrow();
    }

    private static List<Recorded> window(HubApi api, String camera) {
        return Recorded.of(api, camera, from, to);
    }

    /** As late as two whole loops are over by now, but not before anything was recorded. */
    private static Instant startOfLatestPossible(Instant first) {
        Instant latest = Now.utc().minus(truth.loop().multipliedBy(LOOPS + 1));
        return latest.isAfter(first) ? latest : first;
    }

    private static Instant startOfNextLoop(Instant moment) {
        return moment.plus(truth.loop()).minus(truth.positionAt(moment));
    }

    private static long mainTrackBytes() throws IOException {
        Path clip = Path.of(System.getProperty("vedette.root"), "var", "cache", "clip");
        try (var found = Files.walk(clip)) {
            Path track = found.filter(path -> path.endsWith("main.track"))
                    .filter(path -> path.getParent().getFileName().toString().startsWith("yard"))
                    .findFirst()
                    .orElseThrow();
            return Files.size(track);
        }
    }
}
