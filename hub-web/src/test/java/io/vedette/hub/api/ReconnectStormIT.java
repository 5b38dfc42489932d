package io.vedette.hub.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.hub.Patiently;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.SiteId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every agent of many tenants comes back at the same moment, again and again, while their people look at pictures. With
 * {@code -Dvedette.storm=50} there are a thousand.
 */
class ReconnectStormIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int TENANTS = 20;
    private static final int AGENTS = Integer.getInteger("vedette.storm", 3);
    private static final int STORMS = 3;

    @TempDir
    static Path homes;

    private static final ExecutorService SENDING = Executors.newVirtualThreadPerTaskExecutor();
    private static final List<House> ALL = new ArrayList<>();

    /** A tenant with its agents, and the cookies and the token of its owner. */
    private record House(String slug, String cookies, String token, List<PlayedAgent> agents) {}

    /** A picture with whom it belongs to. */
    private record Shown(House house, PlayedAgent agent, RecordingId recording) {}

    @BeforeAll
    static void agentsArePaired() throws IOException {
        for (int i = 0; i < TENANTS; i++) {
            ALL.add(house("storm-" + i));
        }
        all().forEach(PlayedAgent::records);
    }

    @AfterAll
    static void agentsEnd() {
        atOnce(all(), PlayedAgent::close);
        SENDING.close();
    }

    @Test
    void nobodyIsShownAPictureOfAnotherTenant() {
        Patiently.until(
                "every first picture is there", LIMIT, () -> pictures().stream().allMatch(one -> own(one).length > 0));
        List<Shown> before = pictures();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger looks = new AtomicInteger();
        List<Future<?>> readers = new ArrayList<>();
        for (House reader : ALL) {
            readers.add(SENDING.submit(() -> {
                while (!over.get()) {
                    pictures().forEach(one -> look(reader, one, before.contains(one), looks));
                }
            }));
        }

        try {
            for (int storm = 0; storm < STORMS; storm++) {
                all().forEach(PlayedAgent::records);
                atOnce(all(), PlayedAgent::comesBack);
                Patiently.until("everybody is back", LIMIT, () -> all().stream().allMatch(PlayedAgent::online));
            }
        } finally {
            over.set(true);
        }

        assertThat(readers).allSatisfy(reader -> assertThat(reader).succeedsWithin(LIMIT));
        assertThat(looks.get()).isGreaterThanOrEqualTo(TENANTS * before.size());
        Patiently.until(
                "every last picture is there", LIMIT, () -> pictures().stream().allMatch(one -> own(one).length > 0));
        assertThat(pictures())
                .hasSize(TENANTS * AGENTS * (1 + STORMS))
                .allSatisfy(one -> assertThat(own(one)).isEqualTo(one.agent().watermark));
    }

    @Test
    void anAgentThatIsRevokedIsOutWhileAllTheOthersComeBack() throws IOException {
        House house = house("storm-out");
        house.agents().forEach(PlayedAgent::records);
        Patiently.until(
                "their pictures are there", LIMIT, () -> picturesOf(house).allMatch(one -> own(one).length > 0));
        assertThat(house.agents()).extracting(PlayedAgent::sendsAgain).containsOnly(204);
        AtomicBoolean over = new AtomicBoolean();
        Future<?> storm = SENDING.submit(() -> {
            while (!over.get()) {
                atOnce(all(), PlayedAgent::comesBack);
            }
        });

        List<Duration> took = new ArrayList<>();
        try {
            for (PlayedAgent agent : house.agents()) {
                took.add(revoked(house, agent));
            }
        } finally {
            over.set(true);
        }

        assertThat(storm).succeedsWithin(LIMIT);
        System.out.println("revoked in a storm: links gone after " + took);
        atOnce(house.agents(), PlayedAgent::close);
    }

    /** Until its link was gone. */
    private static Duration revoked(House house, PlayedAgent agent) {
        long begin = System.nanoTime();
        assertThat(revoke(house, agent)).isEqualTo(204);
        assertThat(agent.sendsAgain()).as("a picture with the ticket it has").isEqualTo(403);
        Patiently.until("its link is gone", LIMIT, () -> !agent.online());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        agent.comesBack();
        Patiently.until("it is told why it may not come back", LIMIT, agent::refused);
        return took;
    }

    private static int revoke(House house, PlayedAgent agent) {
        return HUB.send(HUB.to("/api/v1/t/" + house.slug() + "/cameras/" + agent.camera() + "/agent")
                        .header("Authorization", "Bearer " + house.token())
                        .DELETE())
                .statusCode();
    }

    /** Its own is shown with its own watermark, a new one once it is there; another's is never there. */
    private static void look(House reader, Shown one, boolean longThere, AtomicInteger looks) {
        byte[] seen = HUB.bytes(reader.cookies(), address(reader, one.recording()));
        boolean there = reader.equals(one.house()) && (longThere || seen.length > 0);
        assertThat(Arrays.equals(seen, there ? one.agent().watermark : new byte[0]))
                .as("what %s is shown of %s", reader.slug(), one)
                .isTrue();
        looks.incrementAndGet();
    }

    /** Empty when there is none. */
    private static byte[] own(Shown one) {
        return HUB.bytes(one.house().cookies(), address(one.house(), one.recording()));
    }

    private static String address(House reader, RecordingId recording) {
        return "/t/" + reader.slug() + "/media/" + recording + ".jpg";
    }

    private static List<Shown> pictures() {
        return ALL.stream().flatMap(ReconnectStormIT::picturesOf).toList();
    }

    private static Stream<Shown> picturesOf(House house) {
        return house.agents().stream()
                .flatMap(agent -> agent.recordings().stream().map(id -> new Shown(house, agent, id)));
    }

    private static List<PlayedAgent> all() {
        return ALL.stream().flatMap(house -> house.agents().stream()).toList();
    }

    private static void atOnce(List<PlayedAgent> agents, Consumer<PlayedAgent> deed) {
        List<Future<?>> deeds = new ArrayList<>();
        agents.forEach(agent -> deeds.add(SENDING.submit(() -> deed.accept(agent))));
        assertThat(deeds).allSatisfy(one -> assertThat(one).succeedsWithin(LIMIT));
    }

    private static House house(String slug) throws IOException {
        var owner = new Viewer(TenantId.fresh(), new Subject("owner-of-" + slug), Role.OWNER);
        TestDatabase.addTenant(HUB.world.settings, owner.tenant().value(), slug);
        TestDatabase.addMember(HUB.world.settings, owner);
        SiteId site = HUB.world.site(owner, "Yard");
        Map<String, String> tenants = Map.of(slug, owner.tenant().toString());
        String token = HUB.token(owner.subject().value(), tenants);
        List<PlayedAgent> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            CameraId camera = HUB.world.camera(owner, site, Optional.empty(), "Camera " + i);
            Path home = Files.createDirectories(homes.resolve(slug + "-" + i));
            agents.add(new PlayedAgent(
                    HubAddress.of(HUB.address.toString()),
                    home,
                    pairing(slug, token, camera),
                    watermark(slug + ", camera " + i),
                    SENDING));
        }
        return new House(slug, HUB.cookies(owner.subject().value(), tenants), token, agents);
    }

    private static PairingToken pairing(String slug, String token, CameraId camera) throws IOException {
        String made = HUB.send(HUB.to("/api/v1/t/" + slug + "/cameras/" + camera + "/pairing-token")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .body();
        return PairingToken.of(
                new ObjectMapper().readTree(made).required("token").asText());
    }

    /** A JPEG in name, with whose it is in a comment (ITU-T T.81, B.2.4.5). */
    private static byte[] watermark(String whose) throws IOException {
        var picture = new ByteArrayOutputStream();
        byte[] text = whose.getBytes(UTF_8);
        picture.write(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)});
        picture.write(text);
        picture.write(new byte[] {(byte) 0xff, (byte) 0xd9});
        return picture.toByteArray();
    }
}
