package io.vedette.lab.kerberos;

import io.vedette.contracts.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sends films to a vault or a hub, in one body or by tus 1.0, and beats. Answers are statuses; what an agent would make of them,
 * {@link #upload} does. One thread.
 */
public final class KerberosAgent implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 4;
    private static final String TUS = "1.0.0";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final Target target;
    private final String accessKey;
    private final Secret secretKey;
    private final String device;
    private final String camera;

    /** Where it believes to send to: each has paths and headers of its own. */
    public enum Kind {
        VAULT("/storage", "X-Kerberos-Storage-AccessKey", "X-Kerberos-Storage-SecretAccessKey"),
        HUB("/storage/upload", "X-Kerberos-Hub-PublicKey", "X-Kerberos-Hub-PrivateKey");

        private final String upload;
        private final String access;
        private final String secret;

        Kind(String upload, String access, String secret) {
            this.upload = upload;
            this.access = access;
            this.secret = secret;
        }
    }

    /** @param base as somebody types it into the agent's settings */
    public record Target(Kind kind, URI base) {}

    public KerberosAgent(Target target, String accessKey, Secret secretKey, String device, String camera) {
        this.target = target;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.device = device;
        this.camera = camera;
    }

    /** Whether the keys are right, as the button of its settings asks. */
    public int verify() {
        return send(signed(target.kind() == Kind.VAULT ? "/ping" : "/subscription/verify")
                        .POST(BodyPublishers.noBody()))
                .statusCode();
    }

    /** Whether the hub takes films. */
    public int mayUpload() {
        return send(signed("/storage/upload").method("HEAD", BodyPublishers.noBody()))
                .statusCode();
    }

    /** The film in one body; 200 is success, and nothing else is. */
    public int post(FilmFile film) {
        HttpRequest.Builder request = signed(target.kind().upload).header("Content-Type", "video/mp4");
        metadata(film).forEach((field, value) -> request.header("X-Kerberos-Storage-" + HEADERS.get(field), value));
        return send(request.POST(BodyPublishers.ofByteArray(film.bytes()))).statusCode();
    }

    private static final Map<String, String> HEADERS = Map.of(
            "filename", "FileName",
            "device", "Device",
            "directory", "Directory",
            "provider", "Provider",
            "capture", "Capture",
            "cloudkey", "CloudKey",
            "fps", "Fps",
            "duration", "Duration",
            "timestamp", "Timestamp");

    private Map<String, String> metadata(FilmFile film) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "filename",
                film.name(),
                "device",
                device,
                "directory",
                film.directory(),
                "provider",
                "a-provider",
                "capture",
                "IPCamera",
                "cloudkey",
                accessKey));
        if (film.told()) {
            fields.put("fps", "25");
            fields.put("duration", String.valueOf(film.duration().toMillis()));
            fields.put("timestamp", String.valueOf(film.startedAt().toEpochMilli()));
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** Begins an upload; the answer is 201 with a Location. */
    public HttpResponse<String> create(FilmFile film) {
        String metadata = metadata(film).entrySet().stream()
                .map(one -> one.getKey() + " "
                        + Base64.getEncoder().encodeToString(one.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
        return send(tus("").header("Upload-Length", String.valueOf(film.bytes().length))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
    }

    /** Of what it is told, it takes the last part of the path alone. */
    public static String id(HttpResponse<?> created) {
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public HttpResponse<String> head(String upload) {
        return send(tus(upload).method("HEAD", BodyPublishers.noBody()));
    }

    /** @param checksum header of that extension, which agents do not send; empty for none */
    public HttpResponse<String> patch(String upload, long offset, byte[] chunk, String checksum) {
        HttpRequest.Builder request = tus(upload)
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", "application/offset+octet-stream");
        if (!checksum.isEmpty()) {
            request.header("Upload-Checksum", checksum);
        }
        return send(request.method("PATCH", BodyPublishers.ofByteArray(chunk)));
    }

    /** All of it from its beginning, without a word of how much it is. */
    public HttpResponse<String> patchUnannounced(String upload, byte[] film) {
        return send(tus(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(film))));
    }

    public int delete(String upload) {
        return send(tus(upload).DELETE()).statusCode();
    }

    /** Announces a whole chunk, sends some of it, and goes. */
    public void patchAndCut(String upload, long offset, byte[] chunk, int sent) throws IOException {
        URI to = URI.create(target.base() + "/storage/tus/" + upload);
        String head = "PATCH " + to.getPath() + " HTTP/1.1\r\nHost: " + to.getAuthority() + "\r\n"
                + target.kind().access + ": " + accessKey + "\r\n"
                + target.kind().secret + ": " + secretKey.reveal() + "\r\n"
                + "Tus-Resumable: " + TUS + "\r\nUpload-Offset: " + offset + "\r\n"
                + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + chunk.length + "\r\n\r\n";
        try (Socket socket = new Socket(to.getHost(), to.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(chunk, 0, sent);
            out.flush();
        }
    }

    /**
     * As an agent sends a film: by tus in chunks, going on where the other side says; in one body when the other side knows no tus.
     *
     * @return whether it is there
     */
    public boolean upload(FilmFile film, int chunkBytes) {
        HttpResponse<String> created = create(film);
        if (created.statusCode() == 404 || created.statusCode() == 405 || created.statusCode() == 501) {
            return post(film) == 200;
        }
        return created.statusCode() == 201 && goOn(film, id(created), chunkBytes);
    }

    /** Asks where an upload stands and sends the rest. */
    public boolean goOn(FilmFile film, String upload, int chunkBytes) {
        int size = film.bytes().length;
        int failed = 0;
        while (failed < ATTEMPTS) {
            HttpResponse<String> head = head(upload);
            if (head.statusCode() != 200 && head.statusCode() != 204) {
                return false;
            }
            int offset =
                    Integer.parseInt(head.headers().firstValue("Upload-Offset").orElseThrow());
            int before = offset;
            while (offset < size) {
                int end = Math.min(size, offset + chunkBytes);
                if (patch(upload, offset, Arrays.copyOfRange(film.bytes(), offset, end), "")
                                .statusCode()
                        != 204) {
                    break;
                }
                offset = end;
            }
            if (offset == size) {
                return true;
            }
            failed = offset > before ? 0 : failed + 1;
        }
        return false;
    }

    /** Says in clear, with its keys beside it, that it is there. */
    public int beat(boolean cameraConnected) {
        return beat(signed("/devices/heartbeat"), beatText(cameraConnected));
    }

    /** Says it encrypted with its secret key. */
    public int beatEncrypted(boolean cameraConnected, boolean withKeys) {
        String sealed = Base64.getEncoder()
                .encodeToString(
                        OpenSslSalted.encrypt(beatText(cameraConnected).getBytes(StandardCharsets.UTF_8), secretKey));
        String text =
                "{\"cloudpublicKey\":\"" + accessKey + "\",\"encrypted\":true,\"encryptedData\":\"" + sealed + "\"}";
        return beat(withKeys ? signed("/devices/heartbeat") : plain("/devices/heartbeat"), text);
    }

    /** As it says it to a vault: in clear, without keys. */
    public int beatWithoutKeys() {
        return beat(plain("/devices/heartbeat"), beatText(true));
    }

    /** Begins a beat without keys, and stands still. To be closed. */
    public Socket beatWithoutEnd() throws IOException {
        URI to = URI.create(target.base() + "/devices/heartbeat");
        String head = "POST " + to.getPath() + " HTTP/1.1\r\nHost: " + to.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        Socket socket = new Socket(to.getHost(), to.getPort());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int beat(HttpRequest.Builder request, String text) {
        return send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(text)))
                .statusCode();
    }

    private String beatText(boolean cameraConnected) {
        return """
                {"key":"%s","version":"v3.6.0","release":"1f9772d","hub_encryption":"true","e2e_encryption":"false",\
                "cpuid":"","clouduser":"","cloudpublickey":"%s","cameraname":"%s","enterprise":false,"hostname":"box",\
                "architecture":"x86_64","totalMemory":"8000000000","usedMemory":"1000000000","freeMemory":"7000000000",\
                "processMemory":"100000000","mac_list":["02:00:00:00:00:01"],"ip_list":["192.0.2.7/24"],"uptime":"2 hours ",\
                "boot_time":"3 hours ","siteID":"","onvif":"false","onvif_zoom":"false","onvif_pantilt":"false",\
                "onvif_presets":"false","onvif_presets_list":[],"onvif_events_list":[],"cameraConnected":"%s",\
                "hasBackChannel":"false","continuousRecording":"false","livePreviewHttp":true,"numberoffiles":"33",\
                "timestamp":1564747908,"cameratype":"IPCamera","docker":true,"disk1size":"0"}""".formatted(device, accessKey, camera, cameraConnected);
    }

    private HttpRequest.Builder tus(String upload) {
        return signed("/storage/tus/" + upload).header("Tus-Resumable", TUS);
    }

    private HttpRequest.Builder signed(String path) {
        HttpRequest.Builder request =
                plain(path).header(target.kind().access, accessKey).header(target.kind().secret, secretKey.reveal());
        return target.kind() == Kind.HUB ? request.header("X-Kerberos-Hub-Region", "eu-west-1") : request;
    }

    private HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(URI.create(target.base() + path)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
