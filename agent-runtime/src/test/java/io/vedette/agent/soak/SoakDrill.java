package io.vedette.agent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.AgentProcess;
import io.vedette.agent.camera.Yard;
import io.vedette.agent.check.SpoolCheck;
import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.SendingRules;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.Depth;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.CameraLost;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.EventBody.RecordingGone;
import io.vedette.contracts.link.FromAgent;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.proxy.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P2's slope: an agent records everything for an hour, watches for motion, has to give up what is oldest after five minutes, and
 * lives a {@link RoughLife}. What it holds must not grow. Runs when asked: {@code -Pdrill -Dtest=SoakDrill}; another time by
 * {@code -Dvedette.soak=PT3M}, of which less than an hour is too short to say anything about memory.
 */
class SoakDrill {
    private static final Duration SOAK = Duration.parse(System.getProperty("vedette.soak", "PT1H"));
    private static final Duration STEP =
            SOAK.dividedBy(60).compareTo(Duration.ofMinutes(1)) < 0 ? SOAK.dividedBy(60) : Duration.ofMinutes(1);
    private static final Duration SHORTEST_PERIOD = Duration.ofSeconds(12);
    private static final long BUDGET = 50_000_000; // the least an agent takes
    private static final double MEGABYTE = 1e6;
    private static final double MOST_MEGABYTES_AN_HOUR = 2;

    @TempDir
    Path folder;

    private final List<ProcessSample> samples = new ArrayList<>();

    @Test
    void whatAnAgentHoldsDoesNotGrow() throws Exception {
        AgentHome home = AgentHome.at(folder.resolve("agent")).make();
        AgentKey key = AgentKey.in(home.keyFile());
        try (ScriptedHub hub = new ScriptedHub();
                TestCamera camera = Yard.minute();
                FaultProxy network = FaultProxy.before("127.0.0.1", camera.port())) {
            AgentConfig config = config(hub, key, network.port());
            home.write(config);
            hub.knows(config.agent(), key.publicKey());
            hub.heartbeatMs(10_000);
            Process agent = AgentProcess.run(home, folder.resolve("log"));
            try (RoughLife life = RoughLife.begin(camera, network, hub, agent, longer(STEP, SHORTEST_PERIOD))) {
                watch(agent);
                assertThat(life.faults()).isEmpty();
            } finally {
                agent.destroy();
            }
            assertThat(agent.waitFor(20, TimeUnit.SECONDS))
                    .as("it stops when told to")
                    .isTrue();
            print(hub);
            assertThat(hub.complaints()).isEmpty();
        }
        assertThat(SpoolCheck.run(home.folder(), Depth.HASHES, System.out::println))
                .isEqualTo(SpoolCheck.WELL);
        assertFlat();
    }

    private void watch(Process agent) throws Exception {
        long begun = System.nanoTime();
        for (Duration at = STEP; at.compareTo(SOAK) <= 0; at = at.plus(STEP)) {
            long left = begun + at.toNanos() - System.nanoTime();
            if (agent.waitFor(left, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("the agent ended by itself:\n" + Files.readString(folder.resolve("log")));
            }
            ProcessSample sample = ProcessSample.of(agent.pid(), at);
            samples.add(sample);
            System.out.println(line(sample));
        }
    }

    private static String line(ProcessSample sample) {
        return String.format(
                Locale.ROOT,
                "%8s  %6.1f MB, %6.1f MB of it anonymous, %3d descriptors, %2d threads",
                sample.at().toString().substring(2),
                sample.resident() / MEGABYTE,
                sample.anonymous() / MEGABYTE,
                sample.descriptors(),
                sample.threads());
    }

    private void assertFlat() {
        assertNoMoreThanEarly("descriptors", ProcessSample::descriptors);
        assertNoMoreThanEarly("threads", ProcessSample::threads);
        if (SOAK.compareTo(Duration.ofHours(1)) >= 0) {
            assertThat(slope(ProcessSample::resident)).as("megabytes an hour").isLessThan(MOST_MEGABYTES_AN_HOUR);
        }
    }

    /** In the middle of the last quarter there are no more than there were at most in the second. */
    private void assertNoMoreThanEarly(String what, ToLongFunction<ProcessSample> figure) {
        int quarter = samples.size() / 4;
        long early = samples.subList(quarter, 2 * quarter).stream()
                .mapToLong(figure)
                .max()
                .orElseThrow();
        double late = Slope.middle(samples.subList(3 * quarter, samples.size()).stream()
                .mapToDouble(figure::applyAsLong)
                .toArray());
        assertThat(late).as(what).isLessThanOrEqualTo(early);
    }

    /** Of the last three quarters, in millions an hour. */
    private double slope(ToLongFunction<ProcessSample> figure) {
        List<ProcessSample> settled = samples.subList(samples.size() / 4, samples.size());
        return Slope.of(
                settled.stream().mapToDouble(s -> s.at().toMillis() / 3.6e6).toArray(),
                settled.stream()
                        .mapToDouble(s -> figure.applyAsLong(s) / MEGABYTE)
                        .toArray());
    }

    private void print(ScriptedHub hub) {
        System.out.printf(
                Locale.ROOT,
                "%s: %+.2f MB an hour resident, %+.2f MB anonymous; %d recordings, %d given up, camera lost %d times,"
                        + " %d connections to the hub, %d times watched, %d chunks fetched%n",
                SOAK,
                slope(ProcessSample::resident),
                slope(ProcessSample::anonymous),
                count(hub, RecordingClosed.class),
                count(hub, RecordingGone.class),
                count(hub, CameraLost.class),
                hub.welcomes(),
                hub.published().size(),
                hub.patched().size());
    }

    private static long count(ScriptedHub hub, Class<?> kind) {
        return hub.kept().stream()
                .map(FromAgent.Event::body)
                .filter(kind::isInstance)
                .count();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static AgentConfig config(ScriptedHub hub, AgentKey key, int port) throws IOException {
        String camera = "rtsp://127.0.0.1:" + port;
        return new AgentConfig(
                hub.address(),
                TenantId.fresh(),
                AgentId.fresh(),
                CameraId.fresh(),
                "Yard",
                new CameraAccess(
                        StreamAddress.of(camera + "/main"),
                        StreamAddress.of(camera + "/sub"),
                        Yard.LOGIN.user(),
                        new Secret(Yard.LOGIN.password())),
                Delivery.ON_DEMAND,
                new Keep(BUDGET, Duration.ZERO, 0, Duration.ofSeconds(3), Duration.ofSeconds(3)),
                MotionSettings.USUAL,
                new RecordingRules(RecordMode.ALWAYS, Duration.ofSeconds(10), Timetable.ALWAYS, null),
                SendingRules.USUAL,
                hub.key(),
                "");
    }
}
