package io.vedette.hub.api;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.security.BadTokens;
import io.vedette.hub.platform.security.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The packaged hub on its server, as a process, over a real database with a few rows; an issuer of ours stands in for the
 * identity provider's keys. Started once for all tests that need it, ended with the tests' own process.
 */
final class RunningHub {
    private static final Duration LIMIT = Duration.ofSeconds(30);

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
    final HubProcess hub;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static synchronized RunningHub get() {
        if (one.isEmpty()) {
            one = Optional.of(new RunningHub(
                    "running-hub.log",
                    Map.of("VEDETTE_METRICS_TOKEN", METRICS_TOKEN, "VEDETTE_LOG_FORMAT", "json"),
                    List.of()));
        }
        return one.get();
    }

    /** One that the test itself ends, with nothing set that need not be. */
    static RunningHub fresh(String log) {
        return fresh(log, Map.of());
    }

    /** As {@link #fresh(String)}, with these settings beside the usual ones or instead of them. */
    static RunningHub fresh(String log, Map<String, String> settings) {
        return new RunningHub(log, settings, List.of());
    }

    /** As {@link #fresh(String, Map)}, started by a launcher. */
    static RunningHub fresh(String log, Map<String, String> settings, List<String> launcher) {
        return new RunningHub(log, settings, launcher);
    }

    /** Seals the tickets that it gives to agents. */
    final String ticketKey = freshKey();

    private RunningHub(String log, Map<String, String> settings, List<String> launcher) {
        site = world.site(world.owner, "Yard");
        group = world.group(world.owner, site, "Gates");
        camera = world.camera(world.owner, site, Optional.of(group), "Gate");
        world.inTenant(
                world.owner,
                () -> world.grants.give(
                        world.owner,
                        grant,
                        GrantWish.of(
                                new Holder.Person(new Subject("guard")),
                                new Selector.OneCamera(camera),
                                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), "the night shift"))));
        world.work.run(world.owner.tenant(), () -> world.tags.put(world.owner, camera, Set.of(new Tag("gate"))));
        ownerRow();
        issuer.members("acme", world.owner.tenant().toString(), Set.of("owner", "admin", "guard"));
        address = URI.create("http://127.0.0.1:" + HubProcess.freePort());
        hub = launcher.isEmpty()
                ? HubProcess.start(log, address.getPort(), environment(settings))
                : HubProcess.start(log, address.getPort(), environment(settings), launcher);
        process = hub.process;
        hub.awaitReady();
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
        return cookies("owner", Map.of("acme", world.owner.tenant().toString()));
    }

    /** The cookies of a browser in which somebody of these tenants has signed in. */
    String cookies(String subject, Map<String, String> tenants) {
        issuer.signsIn(TestIssuer.claims(issuer.address(), subject, Instant.now(), tenants)
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

    String token(String subject, Map<String, String> tenants) {
        return issuer.token(TestIssuer.claims(issuer.address(), subject, Instant.now(), tenants)
                .build());
    }

    /** Tokens that are no good, by what is wrong with each. */
    Map<String, String> badTokens() {
        return BadTokens.of(issuer, Map.of("acme", world.owner.tenant().toString()));
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

    /** What somebody who has signed in is shown there; nothing when it is not there for them. */
    byte[] bytes(String cookies, String path) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(to(path).header("Cookie", cookies).build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> answer.body();
                case 404 -> new byte[0];
                default -> throw new IllegalStateException(answer + " to " + path);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from the hub", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status alone, for answers that may have no end. */
    int status(HttpRequest.Builder request) {
        try {
            HttpResponse<java.io.InputStream> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
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

    /** Opens a socket as a program would. */
    WebSocket programsSocket(String path, String token, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .header("Authorization", "Bearer " + token)
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

    private Map<String, String> environment(Map<String, String> instead) {
        var db = world.settings;
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("VEDETTE_PUBLIC_URL", address.toString()),
                Map.entry("VEDETTE_DB_URL", db.url()),
                Map.entry("VEDETTE_DB_USER", db.user()),
                Map.entry("VEDETTE_DB_PASSWORD", "not asked for by this database"),
                Map.entry("VEDETTE_DB_OWNER_USER", db.ownerUser()),
                Map.entry("VEDETTE_DB_OWNER_PASSWORD", "nor is this one, of its owner"),
                Map.entry("VEDETTE_OIDC_ISSUER", issuer.address().toString()),
                Map.entry("VEDETTE_OIDC_CLIENT_ID", "hub"),
                Map.entry("VEDETTE_OIDC_CLIENT_SECRET", "not asked for by this issuer"),
                Map.entry("VEDETTE_TICKET_KEY", ticketKey),
                Map.entry("VEDETTE_SEAL_KEY", freshKey()),
                Map.entry("VEDETTE_STORE_LOCAL", "127.0.0.1")));
        settings.putAll(instead);
        return settings;
    }

    private static String freshKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
