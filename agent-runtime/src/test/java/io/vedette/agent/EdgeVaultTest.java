package io.vedette.agent;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.bring.Bringing;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.VaultConfig;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.OpenRecording;
import io.vedette.agent.spool.RecordingDraft;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A vault from its pairing to its end, between a scripted hub and the bringing half of an agent. */
@Timeout(60)
class EdgeVaultTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ScriptedHub hub;
    private AgentHome home;
    private int port;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        home = AgentHome.at(folder.resolve("vault"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        hub.close();
    }

    @Test
    void aTokenOfASiteMakesThisFolderItsVault() throws IOException {
        PairingToken token = hub.vaultToken();

        assertThat(pair(token, "")).isEqualTo(ExitCode.DONE);

        VaultConfig config = config();
        assertThat(config.vault()).isEqualTo(hub.vaultAnswerTo(token).vault());
        assertThat(config.address()).hasToString("https://127.0.0.1:" + port);
        assertThat(config.keep().bytes()).isEqualTo(7_000_000_000L);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("vault Cellar of Depot")
                .contains("run --home " + home)
                .contains(FourWords.of(token.tenant(), hub.keyBoundBy(token), hub.key()))
                .containsPattern("certificate: [A-Za-z0-9_-]{43} ")
                .doesNotContain(token.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.certificateFile())))
                .isEqualTo("rw-------");
        assertThat(pair(token, "")).as("the same token again").isEqualTo(ExitCode.DONE);
        assertThat(pair(hub.vaultToken(), "")).as("another one").isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aTokenOfACameraMakesNoVaultAndNothingIsKept() throws IOException {
        assertThat(pair(hub.token(), withoutCertificate())).isEqualTo(ExitCode.REFUSED);
        assertThat(home.read()).isEqualTo(new Reading.NotPaired());
    }

    @Test
    void anAgentsFolderIsNotMadeAVaultNorTheOtherWayRound() throws IOException {
        pair(hub.vaultToken(), withoutCertificate());
        Path answers = Files.writeString(
                folder.resolve("camera"), "token=" + hub.token().reveal() + "\ncamera=rtsp://192.0.2.7/main\n");

        assertThat(execute("pair", hub.address().toString(), "--answers", answers.toString()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is an edge vault already");
    }

    @Test
    void plainHttpBeyondThisMachineIsRefused() throws IOException {
        assertThat(pair(hub.vaultToken(), "address=http://192.0.2.7:8642\n")).isEqualTo(ExitCode.REFUSED);
        assertThat(pair(hub.vaultToken(), "listen=0.0.0.0:8642\naddress=http://127.0.0.1:8642\n"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(pair(hub.vaultToken(), "listen=0.0.0.0:8642\n")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Plain http is only for a vault on this machine")
                .contains("listens to other machines")
                .contains("listens at every address");
        assertThat(home.read()).isEqualTo(new Reading.NotPaired());
    }

    @Test
    void whatAnAgentBringsIsToldToTheHubAndSentWhenItAsksFor() throws Exception {
        PairingToken token = hub.vaultToken();
        pair(token, "");
        VaultPairingAnswer paired = hub.vaultAnswerTo(token);
        hub.knows(paired.vault(), hub.keyBoundBy(token));
        CameraId camera = CameraId.fresh();
        RunCommand run = new RunCommand(new CommandLine.Run(home.folder(), false), new PrintStream(err));
        Thread running = Thread.ofPlatform().start(() -> ran(run));
        until("it says where it is", () -> !hub.heard(FromAgent.VaultOpen.class).isEmpty());
        FromAgent.VaultOpen open = hub.heard(FromAgent.VaultOpen.class).getFirst();

        try (Spool spool = Spool.open(folder.resolve("agent"), Clock.systemUTC());
                Bringing bringing = Bringing.start(spool, () -> 0L)) {
            RecordingId recording = recording(spool);
            String ticket = hub.ticket(paired, camera, Instant.now().plusSeconds(600));
            bringing.told(new FromHub.VaultOffer(paired.vault(), open.address(), open.fingerprint(), ticket));
            until("the hub hears of it", () -> kept().isPresent());
            assertThat(kept().orElseThrow().recording()).isEqualTo(recording);
            assertThat(kept().orElseThrow().camera()).isEqualTo(camera);

            FromHub.UploadGrant grant = hub.grant(recording, 300_000, 100_000, true);
            hub.say(grant);
            until("all bytes", () -> hub.receivedBytes(grant) == 300_000);
            assertThat(hub.received(grant))
                    .isEqualTo(Files.readAllBytes(
                            spool.find(recording).orElseThrow().file()));

            hub.cutLines();
            until("it says so again", () -> hub.heard(FromAgent.VaultOpen.class).size() > 1);
        } finally {
            run.stop();
            running.join();
        }
        assertThat(hub.heard(FromAgent.Bye.class)).isNotEmpty();
        assertThat(execute("check")).isEqualTo(ExitCode.DONE);
        try (HomeLock free = home.lock().orElseThrow()) {
            assertThat(free).isNotNull();
        }
    }

    private static void ran(RunCommand run) {
        try {
            run.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<RecordingKept> kept() {
        return hub.kept().stream()
                .map(FromAgent.Event::body)
                .filter(EventBody.RecordingKept.class::isInstance)
                .map(EventBody.RecordingKept.class::cast)
                .findFirst();
    }

    private static RecordingId recording(Spool spool) {
        OpenRecording recording = spool.begin(new RecordingDraft(
                RecordingId.fresh(), Instant.parse("2026-11-20T12:00:00Z"), "video/mp4", 640, 360, Delivery.ON_DEMAND));
        recording.append(ByteBuffer.wrap(new byte[300_000]));
        return recording.close(Duration.ofSeconds(1), Optional.empty()).recording();
    }

    private String withoutCertificate() {
        return "address=http://127.0.0.1:" + port + "\n";
    }

    private VaultConfig config() throws IOException {
        return ((Reading.Vault) home.read()).config();
    }

    /** @param more lines, which take the place of the usual ones */
    private ExitCode pair(PairingToken token, String more) throws IOException {
        String usual = "token=" + token.reveal() + "\nlisten=127.0.0.1:" + port + "\ngigabytes=7\n";
        Path answers = Files.writeString(folder.resolve("answers"), usual + more);
        return execute("pair-vault", hub.address().toString(), "--answers", answers.toString());
    }

    private ExitCode execute(String command, String... more) {
        List<String> line = new java.util.ArrayList<>(List.of(command));
        line.addAll(List.of(more));
        line.addAll(List.of("--home", home.toString()));
        return AgentMain.execute(
                CommandLine.parse(line),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
