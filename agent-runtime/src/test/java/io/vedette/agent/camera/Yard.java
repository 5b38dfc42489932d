package io.vedette.agent.camera;

import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.contracts.Secret;
import io.vedette.lab.camera.CameraDoor;
import io.vedette.lab.camera.CameraLogin;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipForm;
import io.vedette.lab.clip.ClipPlan;
import java.io.IOException;
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

    /** The same in another form. */
    public static TestCamera glimpse(ClipForm form) throws IOException {
        return glimpse(form, CameraDoor.usual(LOGIN));
    }

    /** The same behind another door. */
    public static TestCamera glimpse(ClipForm form, CameraDoor door) throws IOException {
        return TestCamera.start(clip(form), door, 0, Clock.systemUTC());
    }

    /** For a camera that changes. */
    static ClipFolder clip(ClipForm form) throws IOException {
        return ClipFolder.ensure(CLIPS, ClipPlan.glimpse().in(form));
    }

    /** A minute with three crossings and a light switch. */
    public static TestCamera minute() throws IOException {
        return TestCamera.start(ClipFolder.ensure(CLIPS, ClipPlan.yard()), LOGIN, 0, Clock.systemUTC());
    }

    public static CameraAccess settings(TestCamera camera) {
        return withPassword(camera, LOGIN.password());
    }

    public static CameraAccess withPassword(TestCamera camera, String password) {
        return new CameraAccess(
                StreamAddress.of(camera.mainUrl()),
                StreamAddress.of(camera.subUrl()),
                LOGIN.user(),
                new Secret(password));
    }
}
