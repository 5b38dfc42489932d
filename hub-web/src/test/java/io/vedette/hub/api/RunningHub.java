package io.vedette.hub.api;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GrantId;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.security.TestIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The packaged hub on its server, as a process, over a real database with a few rows; an issuer of ours stands in for the
 * identity provider's keys. Started once for all tests that need it, ended with the tests' own process.
 */
final class RunningHub {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LONGEST_START_SECONDS = 240;
    private static final String COMMANDS = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            """;

    static final String METRICS_TOKEN = "zT7kQ2wLr9XbN4vD";

    private static Optional<RunningHub> one = Optional.empty();

    final HubWorld world = new HubWorld();
    final TestIssuer issuer = new TestIssuer();
    final SiteId site;
    final GroupId group;
    final CameraId camera;
    final GrantId grant = new GrantId(Uuids.fresh());
    final URI address;
    final Process process;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static synchronized RunningHub get() {
        if (one.isEmpty()) {
            one = Optional.of(new RunningHub("running-hub.log", Map.of("VEDETTE_METRICS_TOKEN", METRICS_TOKEN)));
        }
        return one.get();
    }

    /** One that the test itself ends, with nothing set that need not be. */
    static RunningHub fresh(String log) {
        return new RunningHub(log, Map.of());
    }

    private RunningHub(String log, Map<String, String> more) {
        site = world.site(world.owner, "Yard");
        group = world.group(world.owner, site, "Gates");
        camera = world.camera(world.owner, site, Optional.of(group), "Gate");
        world.inTenant(
                world.owner,
                () -> world.grants.give(
                        world.owner,
                        grant,
                        new GrantWish(
                                new Subject("guard"),
                                new GrantWish.OneCamera(camera),
                                Set.of(Action.LIVE),
                                Optional.empty(),
                                "the night shift")));
        ownerRow();
        address = URI.create("http://127.0.0.1:" + freePort());
        process = start(Path.of("target", log), more);
    }

    /** A token of the owner of acme. */
    String ownerToken() {
        return token("owner", Map.of("acme", world.owner.tenant().toString()));
    }

    /** A token of somebody who belongs to acme and was given one camera. */
    String guardToken() {
        return token("guard", Map.of("acme", world.owner.tenant().toString()));
    }

    /** The cookies of a browser in which the owner of acme has signed in. */
    String ownerCookies() {
        issuer.signsIn(TestIssuer.claims(
                        issuer.address(),
                        "owner",
                        Instant.now(),
                        Map.of("acme", world.owner.tenant().toString()))
                .build());
        HttpResponse<String> begun = send(to("/t/acme"));
        String location = begun.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> done = send(
                to("/login/callback?state=" + parameter(location, "state") + "&code=" + parameter(location, "nonce"))
                        .header("Cookie", cookies(begun)));
        return cookies(done);
    }

    private static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
    }

    private String token(String subject, Map<String, String> tenants) {
        return issuer.token(TestIssuer.claims(issuer.address(), subject, Instant.now(), tenants)
                .build());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT).header("Accept-Language", "en");
    }

    HttpRequest.Builder asOwner(String path) {
        return to(path).header("Authorization", "Bearer " + ownerToken());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from the hub", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a socket as a page of the hub's own would. */
    WebSocket socket(String path, String cookies, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .header("Origin", address.toString())
                .header("Cookie", cookies)
                .buildAsync(URI.create(address.toString().replaceFirst("http", "ws") + path), listener)
                .join();
    }

    private void ownerRow() {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var insert =
                        connection.prepareStatement("insert into member (tenant_id, subject, role) values (?, ?, ?)")) {
            insert.setObject(1, world.owner.tenant().value());
            insert.setString(2, "owner");
            insert.setString(3, "OWNER");
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(Path log, Map<String, String> more) {
        try {
            Path folder = Files.createTempDirectory("vedette-hub-test");
            Path commands = Files.writeString(folder.resolve("commands"), COMMANDS);
            Path vault = Files.createDirectory(folder.resolve("vault"));
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx384m",
                            "-XX:+UseSerialGC",
                            "-Duser.timezone=UTC",
                            "-Djava.io.tmpdir=" + folder,
                            "-jar",
                            System.getProperty("vedette.payara.jar"),
                            "--rootdir",
                            folder.resolve("payara").toString(),
                            "--prebootcommandfile",
                            commands.toString(),
                            "--deploy",
                            System.getProperty("vedette.hub.war"),
                            "--contextroot",
                            "/",
                            "--port",
                            Integer.toString(address.getPort()),
                            "--nohazelcast",
                            "--disablephonehome")
                    .redirectErrorStream(true);
            builder.environment().putAll(environment(vault));
            builder.environment().putAll(more);
            Process started = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, folder)));
            awaitReady(started, folder, log);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(Path vault) {
        var db = world.settings;
        return Map.ofEntries(
                Map.entry("VEDETTE_PUBLIC_URL", address.toString()),
                Map.entry("VEDETTE_DB_URL", db.url()),
                Map.entry("VEDETTE_DB_USER", db.user()),
                Map.entry("VEDETTE_DB_PASSWORD", "not asked for by this database"),
                Map.entry("VEDETTE_DB_OWNER_USER", db.ownerUser()),
                Map.entry("VEDETTE_DB_OWNER_PASSWORD", "nor is this one, of its owner"),
                Map.entry("VEDETTE_OIDC_ISSUER", issuer.address().toString()),
                Map.entry("VEDETTE_OIDC_CLIENT_ID", "hub"),
                Map.entry("VEDETTE_OIDC_CLIENT_SECRET", "not asked for by this issuer"),
                Map.entry("VEDETTE_TICKET_KEY", freshKey()),
                Map.entry("VEDETTE_VAULT_DIR", vault.toString()),
                Map.entry("VEDETTE_AGENT_FILE", vault.resolve("none.jar").toString()));
    }

    private static String freshKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Reads the server's own words until it says that it is up, and keeps reading them into a file. */
    private static void awaitReady(Process process, Path folder, Path log) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var up = new java.util.concurrent.CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try (said;
                    var out = Files.newBufferedWriter(log)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    out.write(line + "\n");
                    out.flush();
                    if (line.contains("ready in")) {
                        up.countDown();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                up.countDown(); // it has ended: nobody needs to wait for it
            }
        });
        try {
            if (!up.await(LONGEST_START_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
                throw new IllegalStateException("the hub in " + folder + " did not start; see " + log.toAbsolutePath());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly().onExit().join();
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
