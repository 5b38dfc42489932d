package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.motion.Polygon;
import io.vedette.agent.motion.Region;
import io.vedette.agent.wire.HookAddress;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentHomeTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        AgentHome home = AgentHome.at(folder.resolve("a")).make();
        AgentConfig config = config();

        home.write(config);

        assertThat(home.read()).isEqualTo(new Reading.Ready(config));
    }

    @Test
    void aFolderWithoutConfigurationIsNotPaired() throws IOException {
        assertThat(AgentHome.at(folder).read()).isEqualTo(new Reading.NotPaired());
    }

    @Test
    void onlyItsOwnerMayReadAnythingOfIt() throws IOException {
        AgentHome home = AgentHome.at(folder.resolve("a")).make();

        home.write(config());
        AgentKey unused = AgentKey.in(home.keyFile());

        assertThat(mode(home.folder())).isEqualTo("rwx------");
        assertThat(mode(home.configFile())).isEqualTo("rw-------");
        assertThat(mode(home.keyFile())).isEqualTo("rw-------");
    }

    @Test
    void allFaultsAreSaidAtOnceAndInWords() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        home.write(config());
        String text = Files.readString(home.configFile())
                .replace("https://hub.example.org", "http://hub.example.org")
                .replace("rtsp://192.0.2.7/main", "rtsp://admin:hunter2@192.0.2.7/main")
                .replace("on-demand", "sometimes")
                .replace("\"preRollSeconds\" : 3", "\"preRollSeconds\" : 99")
                .replace("\"user\" : \"viewer\",", "");
        Files.writeString(home.configFile(), text);

        Reading reading = home.read();

        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        assertThat(((Reading.Faulty) reading).faults())
                .hasSize(5)
                .anyMatch(f -> f.startsWith("hub: Plain http is only for a hub on this machine"))
                .anyMatch(f -> f.startsWith("camera.main: holds no user or password"))
                .contains("camera.user is missing.")
                .contains("delivery: is either at-once or on-demand.")
                .contains("preRollSeconds must be a whole number from 0 to 15.")
                .noneMatch(f -> f.contains("hunter2"));
    }

    @Test
    void everyComponentIsKeptUnderADeclaredKey() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        AgentConfig other = new AgentConfig(
                HubAddress.of("http://127.0.0.1:18480"),
                TenantId.fresh(),
                AgentId.fresh(),
                CameraId.fresh(),
                "Dock",
                new CameraAccess(
                        StreamAddress.of("rtsp://192.0.2.8/main"),
                        StreamAddress.of("rtsp://192.0.2.8/sub"),
                        "other",
                        new Secret("lion"),
                        Transport.UDP,
                        Files.writeString(folder.resolve("camera.pem"), "").toAbsolutePath()),
                Delivery.AT_ONCE,
                new Keep(60_000_000, Duration.ofDays(30), 70_000_000, Duration.ofSeconds(4), Duration.ofSeconds(5)),
                new MotionSettings(
                        MotionMode.ECO,
                        new MotionAreas(List.of(new Region("gate", triangle(0.1), 80, 0.02)), List.of(triangle(0.5)))),
                new RecordingRules(
                        RecordMode.ALWAYS,
                        Duration.ofSeconds(90),
                        new Timetable(ZoneId.of("Europe/Berlin"), Timetable.parse("mon 08:00-18:00")),
                        new RecordingRules.Condition(HookAddress.of("http://192.0.2.9/armed?zone=1"), false)),
                new SendingRules(3_000, 700, new SecondaryRules(Path.of("/mnt/second"), Duration.ofMinutes(7), true)),
                "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE",
                "fedcba9876543210");

        home.write(other);

        // had a component no key, it would come back as something else
        assertThat(home.read()).isEqualTo(new Reading.Ready(other));
        assertThat(keys(LinkCodec.json().readTree(Files.readString(home.configFile())), ""))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AgentSetting.values())
                        .map(AgentSetting::key)
                        .toList());
    }

    @Test
    void whoRecordsWhatMovesMustLookForIt() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        home.write(config());
        String written = Files.readString(home.configFile());
        Files.writeString(home.configFile(), written.replace("every-frame", "off"));

        assertThat(home.read()).isInstanceOf(Reading.Faulty.class);
        assertThat(home.read().toString()).contains("motion.mode: is off, while recording.mode is motion");

        Files.writeString(
                home.configFile(), written.replace("every-frame", "off").replace("\"motion\",", "\"always\","));
        assertThat(home.read()).isInstanceOf(Reading.Ready.class);
    }

    @Test
    void overTlsNothingGoesAsDatagrams() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        home.write(config());
        String written = Files.readString(home.configFile()).replace("\"tcp\"", "\"udp\"");

        Files.writeString(home.configFile(), written.replace("rtsp://", "rtsps://"));
        assertThat(home.read()).isInstanceOf(Reading.Faulty.class);
        assertThat(home.read().toString()).contains("camera.transport: is udp, while camera.main is rtsps");

        Files.writeString(home.configFile(), written);
        assertThat(home.read()).isInstanceOf(Reading.Ready.class);
    }

    @Test
    void aSecondPlaceIsAWholePathAndNeedNotBeThereYet() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        home.write(config());
        String written = Files.readString(home.configFile());
        String secondary = "{\n  \"secondary\": {\"folder\": \"%s\"},";

        Files.writeString(home.configFile(), written.replaceFirst("\\{", secondary.formatted("/not/there/yet")));
        assertThat(home.read())
                .isInstanceOfSatisfying(
                        Reading.Ready.class,
                        ready -> assertThat(ready.config().sending().secondary())
                                .isEqualTo(
                                        new SecondaryRules(Path.of("/not/there/yet"), Duration.ofMinutes(10), false)));

        Files.writeString(home.configFile(), written.replaceFirst("\\{", secondary.formatted("somewhere")));
        assertThat(home.read().toString()).contains("secondary.folder: is the whole path of a folder");
    }

    @Test
    void aFileThatIsNoJsonIsNamedByItsPlaceAndNotQuoted() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        Files.writeString(home.configFile(), "{\n \"password\": hunter2\n}");

        assertThat(home.read().toString()).contains("line 2").doesNotContain("hunter2");
    }

    @Test
    void everyLifeOfAHomeCountsOneMoreAlsoAfterACrashAndIsAnotherInstance() throws IOException {
        AgentHome home = AgentHome.at(folder).make();

        FromAgent.Life first = home.begin(new SecureRandom());
        FromAgent.Life second = AgentHome.at(folder).begin(new SecureRandom());

        assertThat(first.count()).isEqualTo(1);
        assertThat(second.count()).isEqualTo(2);
        assertThat(second.instance()).isNotEqualTo(first.instance());
    }

    @Test
    void thePasswordHidesItself() {
        assertThat(config().toString()).doesNotContain("tiger").contains("***");
    }

    @Test
    void aHomeIsClaimedByOneAtATime() throws IOException {
        AgentHome home = AgentHome.at(folder).make();

        try (HomeLock first = home.lock().orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(AgentHome.at(folder).lock()).isEmpty();
        }

        try (HomeLock after = home.lock().orElseThrow()) {
            assertThat(after).isNotNull();
        }
    }

    private static Polygon triangle(double from) {
        return new Polygon(
                List.of(new Polygon.Point(from, 0), new Polygon.Point(from + 0.4, 0.25), new Polygon.Point(from, 1)));
    }

    private static AgentConfig config() {
        return new AgentConfig(
                HubAddress.of("https://hub.example.org"),
                TenantId.fresh(),
                AgentId.fresh(),
                CameraId.fresh(),
                "Yard",
                new CameraAccess(StreamAddress.of("rtsp://192.0.2.7/main"), null, "viewer", new Secret("tiger")),
                Delivery.ON_DEMAND,
                Keep.USUAL,
                MotionSettings.USUAL,
                RecordingRules.USUAL,
                SendingRules.USUAL,
                "MCowBQYDK2VwAyEA11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                "0123456789abcdef");
    }

    private static List<String> keys(JsonNode object, String front) {
        return object.properties().stream()
                .flatMap(entry -> entry.getValue().isObject()
                        ? keys(entry.getValue(), front + entry.getKey() + ".").stream()
                        : Stream.of(front + entry.getKey()))
                .toList();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
