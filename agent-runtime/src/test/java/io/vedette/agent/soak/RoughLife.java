package io.vedette.agent.soak;

import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.proxy.FaultProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What happens to an agent in the field, one thing after another: its camera is switched off and on, the network swallows the
 * camera's packets, a switch resets its connections, it gets no processor, the hub's line is cut, somebody watches, somebody fetches a
 * recording.
 */
final class RoughLife implements AutoCloseable {
    private static final int CHUNK = 256 * 1024;
    private static final int LEASE_MS = 15_000;

    /** One thing that happens; it may throw what it likes. */
    private interface Happening {
        void happens() throws IOException;
    }

    private final TestCamera camera;
    private final FaultProxy network;
    private final ScriptedHub hub;
    private final Process agent;
    private final Duration outage;
    private final ScheduledExecutorService fate = Executors.newSingleThreadScheduledExecutor();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final List<Happening> happenings = List.of(
            this::cameraRestarts,
            this::somebodyWatches,
            this::networkSwallows,
            this::lineToTheHubIsCut,
            this::networkResets,
            this::machineHasNoTime,
            this::somebodyFetches);
    private int count;

    private RoughLife(TestCamera camera, FaultProxy network, ScriptedHub hub, Process agent, Duration outage) {
        this.camera = camera;
        this.network = network;
        this.hub = hub;
        this.agent = agent;
        this.outage = outage;
    }

    /**
     * Begins after a sixth of the period, so that whoever looks at whole periods sees an agent that has had time to recover.
     *
     * @param period from one thing to the next
     */
    static RoughLife begin(TestCamera camera, FaultProxy network, ScriptedHub hub, Process agent, Duration period) {
        RoughLife life = new RoughLife(camera, network, hub, agent, period.dividedBy(3));
        life.fate.scheduleAtFixedRate(life::next, period.toMillis() / 6, period.toMillis(), TimeUnit.MILLISECONDS);
        return life;
    }

    /** What could not be done as it was meant. */
    List<Throwable> faults() {
        return faults;
    }

    private void next() {
        Happening next = happenings.get(count++ % happenings.size());
        guarded(next);
    }

    private void guarded(Happening happening) {
        try {
            happening.happens();
        } catch (IOException | RuntimeException e) {
            faults.add(e);
        }
    }

    private void afterTheOutage(Happening happening) {
        fate.schedule(() -> guarded(happening), outage.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cameraRestarts() throws IOException {
        camera.stop();
        afterTheOutage(camera::start);
    }

    private void networkSwallows() {
        network.blackHole();
        afterTheOutage(network::heal);
    }

    private void networkResets() {
        network.cutNow();
    }

    private void lineToTheHubIsCut() {
        hub.cutLines();
    }

    private void machineHasNoTime() throws IOException {
        signal("STOP");
        afterTheOutage(() -> signal("CONT"));
    }

    private void signal(String name) throws IOException {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(agent.pid()))
                    .start()
                    .waitFor();
            if (code != 0 && agent.isAlive()) {
                throw new IOException("the agent could not be told " + name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void somebodyWatches() {
        hub.say(new FromHub.LiveStart(LiveSessionId.fresh(), 1, "/live/it", "a ticket", LEASE_MS));
    }

    private void somebodyFetches() {
        hub.kept().stream()
                .map(FromAgent.Event::body)
                .filter(RecordingClosed.class::isInstance)
                .map(RecordingClosed.class::cast)
                .reduce((earlier, later) -> later)
                .ifPresent(last -> hub.say(hub.grant(last.recording(), last.bytes(), CHUNK, true)));
    }

    @Override
    public void close() throws IOException {
        fate.shutdownNow();
        signal("CONT");
        network.heal();
        camera.start();
    }
}
