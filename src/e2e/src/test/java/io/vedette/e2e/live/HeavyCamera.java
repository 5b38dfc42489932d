package io.vedette.e2e.live;

import io.vedette.contracts.id.CameraId;
import io.vedette.e2e.house.AgentLog;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.NewCamera;
import io.vedette.lab.camera.CameraLogin;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipPlan;
import io.vedette.stack.Stack;
import io.vedette.stack.edge.AgentPlan;
import io.vedette.stack.edge.TestCameraProcess;
import io.vedette.stack.state.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A camera of 4 Mbit/s with an agent of its own: more than the buffers between two programs hide for long. */
final class HeavyCamera implements AutoCloseable {
    private static final String AGENT = "agent-heavy";

    private final Stack stack;
    private final TestCamera camera;
    private final String id;

    private HeavyCamera(Stack stack, TestCamera camera, String id) {
        this.stack = stack;
        this.camera = camera;
        this.id = id;
    }

    static HeavyCamera open(House house, Path clips) throws IOException {
        Stack stack = house.stack();
        Secret password = stack.testCameras().getFirst().password();
        TestCamera camera = TestCamera.start(
                ClipFolder.ensure(clips, ClipPlan.torrent()),
                new CameraLogin(TestCameraProcess.USER, password.reveal()),
                0,
                Clock.systemUTC());
        String id = NewCamera.named(stack, house.browser().asOwner().api(), "Heavy");
        stack.startAgent(new AgentPlan(
                "heavy",
                stack.hub(),
                CameraId.of(id),
                URI.create(camera.mainUrl()),
                Optional.of(URI.create(camera.subUrl())),
                TestCameraProcess.USER,
                password,
                "on-demand"));
        return new HeavyCamera(stack, camera, id);
    }

    String id() {
        return id;
    }

    AgentLog says() {
        return AgentLog.of(stack, AGENT);
    }

    @Override
    public void close() throws IOException {
        stack.stop(AGENT);
        camera.close();
    }
}
