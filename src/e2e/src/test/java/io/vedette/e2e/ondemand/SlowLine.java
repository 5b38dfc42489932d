package io.vedette.e2e.ondemand;

import io.vedette.contracts.id.CameraId;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.NewCamera;
import io.vedette.lab.proxy.Direction;
import io.vedette.lab.proxy.FaultProxy;
import io.vedette.stack.Stack;
import io.vedette.stack.edge.AgentPlan;
import io.vedette.stack.edge.AgentProcess;
import io.vedette.stack.edge.TestCameraProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** One more agent, in front of the dock's camera too, whose way to the hub leads through a bad network. */
final class SlowLine implements AutoCloseable {
    static final String AGENT = "agent-slow";
    private static final long BYTES_A_SECOND = 256 * 1000 / 8;

    private final Stack stack;
    private final String camera;
    private final FaultProxy proxy;
    private final AgentProcess agent;

    private SlowLine(Stack stack, String camera, FaultProxy proxy, AgentProcess agent) {
        this.stack = stack;
        this.camera = camera;
        this.proxy = proxy;
        this.agent = agent;
    }

    static SlowLine open(House house) throws IOException {
        Stack stack = house.stack();
        String camera = NewCamera.named(stack, house.browser().asOwner().api(), "Behind a slow line");
        FaultProxy proxy = FaultProxy.before(stack.hub().getHost(), stack.hub().getPort());
        TestCameraProcess dock = stack.testCameras().getLast();
        AgentProcess agent = stack.startAgent(new AgentPlan(
                "slow",
                URI.create("http://127.0.0.1:" + proxy.port()),
                CameraId.of(camera),
                dock.main(),
                Optional.of(dock.sub()),
                TestCameraProcess.USER,
                dock.password(),
                "on-demand"));
        return new SlowLine(stack, camera, proxy, agent);
    }

    String camera() {
        return camera;
    }

    FaultProxy proxy() {
        return proxy;
    }

    void slow() {
        proxy.limit(Direction.TO_SERVER, BYTES_A_SECOND);
    }

    void fast() {
        proxy.unlimit(Direction.TO_SERVER);
    }

    /** Where the agent keeps the file of a recording. */
    Path file(String recording) {
        return agent.home().resolve("spool").resolve("recordings").resolve(recording + ".mp4");
    }

    @Override
    public void close() throws IOException {
        stack.stop(AGENT);
        proxy.close();
    }
}
