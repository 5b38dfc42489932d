package io.vedette.stack;

import io.vedette.contracts.id.CameraId;
import io.vedette.stack.demo.Seed;
import io.vedette.stack.edge.AgentPlan;
import io.vedette.stack.edge.AgentProcess;
import io.vedette.stack.edge.TestCameraProcess;
import io.vedette.stack.process.Child;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Ready;
import io.vedette.stack.state.Port;
import io.vedette.stack.state.VarFolder;
import io.vedette.stack.words.Progress;
import io.vedette.stack.words.Step;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cameras and agents of a stack. */
final class Edge {
    private final StackOptions options;
    private final State state;
    private final Children children;
    private final Progress progress;

    Edge(StackOptions options, State state, Children children) {
        this.options = options;
        this.state = state;
        this.children = children;
        this.progress = options.progress();
    }

    List<TestCameraProcess> cameras() {
        return List.of(
                camera("camera-gate", Port.CAMERA_GATE, Port.TRUTH_GATE),
                camera("camera-dock", Port.CAMERA_DOCK, Port.TRUTH_DOCK));
    }

    Child start(TestCameraProcess camera) {
        Step step = progress.step("Test camera");
        Child child = camera.start(children, new Ready(state.notes(), step));
        step.done("ready at " + camera.main());
        return child;
    }

    /** The first delivers at once, the second on demand; a real camera's does so on demand too. */
    List<AgentPlan> plans(URI hub, Seed seed) {
        TestCameraProcess gate = cameras().getFirst();
        TestCameraProcess dock = cameras().getLast();
        List<AgentPlan> demo = List.of(
                plan("gate", hub, state.ids().camera(Seed.GATE), gate, "at-once"),
                plan("loading-dock", hub, state.ids().camera(Seed.DOCK), dock, "on-demand"));
        return options.camera()
                .map(real -> List.of(demo.getFirst(), demo.getLast(), real(real, hub, seed)))
                .orElse(demo);
    }

    AgentProcess agent(AgentPlan plan) {
        return new AgentProcess(plan, state.var(), options.parts().agentJar());
    }

    /** Pairs the agent unless it is paired already, and starts it. */
    Child start(AgentPlan plan, Seed seed) {
        Step step = progress.step("Agent");
        AgentProcess agent = agent(plan);
        if (!agent.isPaired()) {
            agent.pair(children, seed.pairingToken(plan.camera()));
            step.done(plan.name() + " paired");
        }
        Child child = agent.start(children);
        step.done(plan.name() + " runs, delivers " + plan.delivery());
        return child;
    }

    private TestCameraProcess camera(String name, Port port, Port truth) {
        VarFolder var = state.var();
        Path clips = options.cache().toAbsolutePath().normalize().resolve("clip");
        return new TestCameraProcess(
                name,
                var,
                clips,
                options.parts().classPath(),
                state.ports().of(port),
                state.ports().of(truth),
                state.secrets().camera());
    }

    private AgentPlan plan(String name, URI hub, CameraId id, TestCameraProcess camera, String delivery) {
        return new AgentPlan(
                name,
                hub,
                id,
                camera.main(),
                Optional.of(camera.sub()),
                TestCameraProcess.USER,
                state.secrets().camera(),
                delivery);
    }

    private AgentPlan real(CameraOnTheWall real, URI hub, Seed seed) {
        CameraId id = seed.camera("real", "Camera on the wall");
        return new AgentPlan(
                "real", hub, id, real.address(), Optional.empty(), real.user(), real.password(), "on-demand");
    }
}
