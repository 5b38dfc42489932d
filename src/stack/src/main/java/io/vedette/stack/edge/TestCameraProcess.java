package io.vedette.stack.edge;

import io.vedette.stack.process.Child;
import io.vedette.stack.process.ChildSpec;
import io.vedette.stack.process.Children;
import io.vedette.stack.process.Java;
import io.vedette.stack.process.Ready;
import io.vedette.stack.process.Stage;
import io.vedette.stack.state.PrivateFile;
import io.vedette.stack.state.Secret;
import io.vedette.stack.state.VarFolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The lab's RTSP camera as a child. The first one makes the clip it plays, which takes half a minute, once per {@code clips}.
 *
 * @param name of the child
 * @param classPath with the lab on it
 */
public record TestCameraProcess(
        String name, VarFolder var, Path clips, String classPath, int port, int truthPort, Secret password) {
    public static final String USER = "camera";

    private static final String MAIN = "io.vedette.lab.camera.TestCameraMain";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    public URI main() {
        return URI.create("rtsp://127.0.0.1:" + port + "/main");
    }

    public URI sub() {
        return URI.create("rtsp://127.0.0.1:" + port + "/sub");
    }

    /** What moved where and when, as JSON. */
    public URI truth() {
        return URI.create("http://127.0.0.1:" + truthPort + "/truth");
    }

    /** Returns when the camera can be watched. */
    public Child start(Children children, Ready ready) {
        String mark = Java.mark(var, name);
        List<String> command = Java.command(
                mark,
                List.of(
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        MAIN,
                        "--port",
                        Integer.toString(port),
                        "--clip",
                        PrivateFile.folder(clips).toString(),
                        "--user",
                        USER,
                        "--truth-port",
                        Integer.toString(truthPort)));
        Map<String, String> environment = Map.of("VEDETTE_CAMERA_PASSWORD", password.reveal());
        Child child = children.start(
                new ChildSpec(name, Stage.EDGE, command, environment, var.root(), mark, true, List.of()));
        ready.await(child, truth(), PATIENCE);
        return child;
    }
}
