package io.vedette.agent.camera;

import io.vedette.lab.camera.CameraLogin;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** The test camera before the agent, with a password that an address would not take as it is. */
public final class Yard {
    public static final CameraLogin LOGIN = new CameraLogin("watcher", "p@ss word/1+2");

    // Clips are made once and shared by the modules.
    private static final Path CLIPS = Path.of("../src/lab/target/clips");

    private Yard() {}

    /** Six seconds with one crossing. */
    public static TestCamera glimpse() throws IOException {
        return TestCamera.start(ClipFolder.ensure(CLIPS, ClipPlan.glimpse()), LOGIN, 0, Clock.systemUTC());
    }

    /** A minute with three crossings and a light switch. */
    public static TestCamera minute() throws IOException {
        return TestCamera.start(ClipFolder.ensure(CLIPS, ClipPlan.yard()), LOGIN, 0, Clock.systemUTC());
    }

    public static CameraSettings settings(TestCamera camera) {
        return new CameraSettings(
                URI.create(camera.mainUrl()),
                URI.create(camera.subUrl()),
                LOGIN.user(),
                CameraPassword.of(LOGIN.password()));
    }

    public static CameraSettings withPassword(TestCamera camera, String password) {
        return new CameraSettings(
                URI.create(camera.mainUrl()), URI.create(camera.subUrl()), LOGIN.user(), CameraPassword.of(password));
    }
}
