package io.vedette.lab.camera;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A camera of the old kind: JPEG after JPEG in one answer of HTTP, on loopback, behind a password. Every client gets the loop
 * from its beginning.
 */
public final class MjpegCamera implements AutoCloseable {
    private static final String BOUNDARY = "next-picture";

    private final HttpServer server;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger played = new AtomicInteger();
    private final List<byte[]> pictures;
    private final Duration step;

    private MjpegCamera(HttpServer server, List<byte[]> pictures, Duration step) {
        this.server = server;
        this.pictures = pictures;
        this.step = step;
    }

    /** How the camera asks for the password. */
    public enum Asking {
        BASIC,
        /** RFC 7616 with MD5 alone, as most cameras do. */
        DIGEST,
        /** Of the same, SHA-256 first and MD5 for those who do not know it. */
        DIGEST_SHA_256;

        private Authenticator of(CameraLogin login) {
            return switch (this) {
                case BASIC ->
                    new BasicAuthenticator("camera") {
                        @Override
                        public boolean checkCredentials(String user, String password) {
                            return login.equals(new CameraLogin(user, password));
                        }
                    };
                case DIGEST -> new HttpDigest(login, List.of("MD5"));
                case DIGEST_SHA_256 -> new HttpDigest(login, List.of("SHA-256", "MD5"));
            };
        }
    }

    /**
     * Starts a camera on any free port.
     *
     * @param step between two pictures
     */
    public static MjpegCamera start(List<byte[]> pictures, Duration step, CameraLogin login, Asking asking)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MjpegCamera camera = new MjpegCamera(server, List.copyOf(pictures), step);
        server.setExecutor(camera.clients);
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", camera.url().replace("video.mjpg", "open.mjpg"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/open.mjpg", camera::play);
        server.createContext("/video.mjpg", camera::play).setAuthenticator(asking.of(login));
        server.start();
        return camera;
    }

    private void play(HttpExchange exchange) throws IOException {
        played.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int number = 0; !closing.await(step.toMillis(), TimeUnit.MILLISECONDS); number++) {
                byte[] picture = pictures.get(number % pictures.size());
                String head = "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length
                        + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(picture);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without user and password. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/video.mjpg";
    }

    /** How often somebody was shown pictures. */
    public int asked() {
        return played.get();
    }

    /** An address that sends whoever asks to one where no password is needed. */
    public String redirectingUrl() {
        return url().replace("video.mjpg", "elsewhere");
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        clients.close();
    }
}
