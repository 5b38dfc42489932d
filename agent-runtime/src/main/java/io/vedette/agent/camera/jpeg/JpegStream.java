package io.vedette.agent.camera.jpeg;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamEnded.Why;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One answer of HTTP that is a camera. Redirects are not followed: libavformat, which could read this too, cannot be kept from it,
 * and a camera must not make the agent ask somebody else. One thread.
 */
public final class JpegStream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 4_000;
    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/[^;]+;.*?boundary=\"?([^\";]{1,200})\"?.*", Pattern.CASE_INSENSITIVE);

    private final HttpURLConnection connection;
    private final MultipartPictures pictures;
    private final StreamStop stop;

    private JpegStream(HttpURLConnection connection, MultipartPictures pictures, StreamStop stop) {
        this.connection = connection;
        this.pictures = pictures;
        this.stop = stop;
    }

    /**
     * Connects. The password is offered once, and only to a camera that asks for it: some lock the account after it was refused a few
     * times.
     */
    public static JpegStream open(StreamAddress address, CameraAccess access, StreamStop stop) throws StreamEnded {
        stop.heard();
        @Nullable HttpURLConnection connection = null;
        try {
            connection = connection(address);
            List<String> challenges = challenges(connection);
            if (!challenges.isEmpty()) {
                Optional<String> answer = new HttpLogin(access, "GET", address.uri()).answer(challenges);
                connection.disconnect();
                connection = connection(address);
                if (answer.isPresent()) {
                    connection.setRequestProperty("Authorization", answer.get());
                }
            }
            return new JpegStream(connection, pictures(connection), stop);
        } catch (IOException e) {
            throw ended(e, stop);
        } catch (StreamEnded e) {
            connection.disconnect();
            throw e;
        }
    }

    private static HttpURLConnection connection(StreamAddress address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.uri().toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setUseCaches(false);
        return connection;
    }

    /** How the camera asks who is there; empty when it does not. */
    private static List<String> challenges(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_UNAUTHORIZED) {
            return List.of();
        }
        return connection.getHeaderFields().entrySet().stream()
                .filter(header -> "WWW-Authenticate".equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static MultipartPictures pictures(HttpURLConnection connection) throws IOException, StreamEnded {
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED || status == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new StreamEnded(Why.UNAUTHORISED, "status " + status);
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new StreamEnded(status < 500 ? Why.NOT_FOUND : Why.BROKEN, "status " + status);
        }
        String type = connection.getContentType();
        Matcher form = BOUNDARY.matcher(type == null ? "" : type);
        if (!form.matches()) {
            throw new StreamEnded(Why.NO_PICTURE, "it sends no pictures one after the other");
        }
        return new MultipartPictures(connection.getInputStream(), form.group(1).strip());
    }

    /** Waits for the next picture: whatever the camera calls one, of at most 8 MB. */
    public byte[] next() throws StreamEnded {
        if (stop.asked()) {
            throw new StreamEnded(Why.STOPPED, "between two pictures");
        }
        if (stop.due()) {
            throw new StreamEnded(Why.TIMED_OUT, "nothing of it was a picture");
        }
        try {
            return pictures.next();
        } catch (IOException e) {
            throw ended(e, stop);
        }
    }

    private static StreamEnded ended(IOException e, StreamStop stop) {
        Why why = switch (e) {
            case IOException any when stop.asked() -> Why.STOPPED;
            case SocketTimeoutException late -> Why.TIMED_OUT;
            case EOFException end -> Why.ENDED;
            case SocketException refused -> Why.REFUSED;
            case UnknownHostException unknown -> Why.REFUSED;
            default -> Why.BROKEN;
        };
        return new StreamEnded(why, String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
