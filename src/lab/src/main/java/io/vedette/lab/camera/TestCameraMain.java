package io.vedette.lab.camera;

import io.vedette.lab.clip.ClipFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The test camera as a process: {@code --port P --clip DIR --user U [--truth-port P2]}, the password in the environment as
 * {@code VEDETTE_CAMERA_PASSWORD}. Makes the clip if it is not there, says one line when it can be watched, and ends when its
 * standard input does, so that it cannot outlive whoever started it.
 */
public final class TestCameraMain {
    private static final String PASSWORD = "VEDETTE_CAMERA_PASSWORD";
    private static final Set<String> OPTIONS = Set.of("--port", "--clip", "--user", "--truth-port");

    private TestCameraMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        CameraLogin login =
                new CameraLogin(required(options.get("--user"), "--user"), required(System.getenv(PASSWORD), PASSWORD));
        ClipFolder clip = ClipFolder.ensure(Path.of(required(options.get("--clip"), "--clip")));
        int port = Integer.parseInt(required(options.get("--port"), "--port"));
        try (TestCamera camera = TestCamera.start(clip, login, port, Clock.systemUTC())) {
            String truthPort = options.get("--truth-port");
            TruthServer truth = truthPort == null ? null : new TruthServer(camera, Integer.parseInt(truthPort));
            System.out.println("camera ready on " + camera.mainUrl());
            while (System.in.read() >= 0) {
                // whatever is said there means nothing; only its end does
            }
            if (truth != null) {
                truth.close();
            }
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                stop("unknown or incomplete: " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            stop(name + " is missing");
            throw new IllegalStateException("not reached");
        }
        return value;
    }

    private static void stop(String fault) {
        System.err.println(fault);
        System.err.println("usage: --port P --clip DIR --user U [--truth-port P2]; password in " + PASSWORD);
        System.exit(2);
    }
}
