package io.vedette.lab.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A camera that none of us wrote: GStreamer's RTSP server in a process of its own, on loopback, with a password by digest
 * authentication, by TCP and UDP. Where {@link TestCamera} and the agent share a mistake, this one tells. It is there when
 * Debian's packages {@code gir1.2-gst-rtsp-server-1.0}, {@code python3-gi} and {@code gstreamer1.0-plugins-*} are.
 */
public final class GStreamerCamera implements AutoCloseable {
    /** Debian's own; another Python of the machine does not see Debian's packages. */
    private static final String PYTHON = "/usr/bin/python3";

    private final Process server;
    private final int port;

    private GStreamerCamera(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /** There is no such server on this machine, or it lacks an element of a pipeline; the message says what. */
    public static final class MissingException extends Exception {
        MissingException(String what) {
            super(what);
        }
    }

    /**
     * Starts a camera on any free port.
     *
     * @param streams by path, such as {@code /main}: a pipeline in the words of {@code gst-launch} whose last elements pack RTP and
     *     are named {@code pay0}, {@code pay1} and so on
     */
    public static GStreamerCamera start(CameraLogin login, Map<String, String> streams)
            throws IOException, MissingException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", program(), login.user(), login.password()));
        streams.forEach((path, pipeline) -> command.add(path + "=" + pipeline));
        Process server = process(command);
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        if (line != null && line.startsWith("port ")) {
            return new GStreamerCamera(server, Integer.parseInt(line.substring("port ".length())));
        }
        server.destroy();
        if (line != null && line.startsWith("missing ")) {
            throw new MissingException(line);
        }
        throw new IOException("the server did not start");
    }

    private static Process process(List<String> command) throws MissingException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new MissingException("missing " + PYTHON + ": " + e.getMessage());
        }
    }

    private static String program() throws IOException {
        try (InputStream in = GStreamerCamera.class.getResourceAsStream("gstreamer-camera.py")) {
            if (in == null) {
                throw new IOException("the launcher is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The address of one stream, without user and password. */
    public String url(String path) {
        return "rtsp://127.0.0.1:" + port + path;
    }

    /** Ends the process as a machine is switched off. */
    @Override
    public void close() throws IOException {
        server.destroyForcibly();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
