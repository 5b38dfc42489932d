package io.vedette.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.PairingToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PairCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ScriptedHub hub;
    private AgentHome home;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        home = AgentHome.at(folder.resolve("agent"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        hub.close();
    }

    @Test
    void aGoodTokenMakesThisFolderTheAgentOfACamera() throws IOException {
        PairingToken token = hub.token();

        ExitCode code = pair(hub.address().toString(), answers(token));

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(words(out)).contains("Front door").contains("run --home " + home);
        assertThat(((Reading.Ready) home.read()).config().agent())
                .isEqualTo(hub.answerTo(token).agent());
        assertThat(hub.keyBoundBy(token)).isEqualTo(AgentKey.in(home.keyFile()).publicKey());
    }

    @Test
    void theFourWordsOfBothKeysAreShownAndTheHubsKeyIsKept() throws IOException {
        PairingToken token = hub.token();

        pair(hub.address().toString(), answers(token));

        String key = AgentKey.in(home.keyFile()).publicKey();
        assertThat(words(out)).contains(FourWords.of(token.tenant(), key, hub.key()));
        assertThat(((Reading.Ready) home.read()).config().hubKey()).isEqualTo(hub.key());
    }

    @Test
    void aHubThatDoesNotProveTheKeyItShowsIsRefusedAndNothingIsKept() throws IOException {
        PairingToken token = hub.token();
        hub.lies();

        assertThat(pair(hub.address().toString(), answers(token))).isEqualTo(ExitCode.REFUSED);
        assertThat(words(err)).contains("did not prove");
        assertThat(home.read()).isEqualTo(new Reading.NotPaired());
    }

    @Test
    void noSecretIsPrinted() throws IOException {
        PairingToken token = hub.token();

        pair(hub.address().toString(), answers(token));

        assertThat(words(out) + words(err)).doesNotContain("tiger-7").doesNotContain(token.reveal());
    }

    @Test
    void aPairingInterruptedBeforeItWasKeptIsSimplyBegunAgain() throws IOException {
        PairingToken token = hub.token();
        pair(hub.address().toString(), answers(token));
        Reading first = home.read();
        Files.delete(home.configFile());

        ExitCode again = pair(hub.address().toString(), answers(token));

        assertThat(again).isEqualTo(ExitCode.DONE);
        assertThat(home.read()).isEqualTo(first);
    }

    @Test
    void anAgentThatDiesAtAnyStepIsPairedWithTheSameKeyWhenItIsBegunAgain() throws IOException {
        for (Path left : List.of(home.keyFile(), home.configFile())) {
            PairingToken token = hub.token();
            home = AgentHome.at(folder.resolve("dies-over-" + left.getFileName()))
                    .make();
            Files.writeString(
                    home.folder().resolve(left.getFileName() + ".new"), "half of a li"); // died while it wrote
            String key = AgentKey.in(home.keyFile()).publicKey(); // made, and nobody asked yet

            assertThat(pair(hub.address().toString(), answers(token))).isEqualTo(ExitCode.DONE);
            Files.delete(home.configFile()); // the answer was lost, or not written down
            assertThat(pair(hub.address().toString(), answers(token))).isEqualTo(ExitCode.DONE);

            assertThat(hub.keyBoundBy(token)).isEqualTo(key);
            assertThat(home.read()).isInstanceOf(Reading.Ready.class);
        }
    }

    @Test
    void theSameTokenTwiceChangesNothing() throws IOException {
        PairingToken token = hub.token();
        pair(hub.address().toString(), answers(token));
        hub.answersPairingWith(500);

        assertThat(pair(hub.address().toString(), answers(token))).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPairedFolderIsNotOverwritten() throws IOException {
        pair(hub.address().toString(), answers(hub.token()));
        Reading before = home.read();
        PairingToken other = hub.token();

        ExitCode code = pair(hub.address().toString(), answers(other));

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(words(err))
                .contains("already the agent of camera Front door")
                .contains("--home");
        assertThat(home.read()).isEqualTo(before);
        assertThat(hub.keyBoundBy(other)).isNull();
    }

    @Test
    void aTokenTheHubDoesNotKnowIsRefusedAndNothingIsKept() throws IOException, InterruptedException {
        try (ScriptedHub elsewhere = new ScriptedHub()) {
            ExitCode code = pair(hub.address().toString(), answers(elsewhere.token()));

            assertThat(code).isEqualTo(ExitCode.REFUSED);
            assertThat(words(err)).contains("This token does not open anything.");
            assertThat(home.read()).isEqualTo(new Reading.NotPaired());
        }
    }

    @Test
    void aTokenSpentByAnotherKeyIsRefused() throws IOException {
        PairingToken token = hub.token();
        pair(hub.address().toString(), answers(token));
        home = AgentHome.at(folder.resolve("second"));

        assertThat(pair(hub.address().toString(), answers(token))).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aHubThatIsAwayIsNotARefusal() throws IOException, InterruptedException {
        PairingToken token = hub.token();
        String address = hub.address().toString();
        hub.close();

        assertThat(pair(address, answers(token))).isEqualTo(ExitCode.NOT_REACHED);
        assertThat(words(err)).contains("nobody listens there").contains("run the same command again");
    }

    @Test
    void aHubThatIsNotReadyIsNotARefusal() throws IOException {
        hub.answersPairingWith(503);

        assertThat(pair(hub.address().toString(), answers(hub.token()))).isEqualTo(ExitCode.NOT_REACHED);
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedBeforeAnythingIsSent() throws IOException {
        assertThat(pair("http://hub.example.org", answers(hub.token()))).isEqualTo(ExitCode.MISUSED);
        assertThat(words(err)).contains("Plain http is only for a hub on this machine");
        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void wrongAnswersAreAllNamed() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers"), "token=x\ncamera=y\n");

        assertThat(pair(hub.address().toString(), answers)).isEqualTo(ExitCode.REFUSED);
        assertThat(words(err)).contains("token:").contains("camera:");
    }

    @Test
    void aSecondProcessOnTheSameHomeIsRefused() throws IOException, InterruptedException {
        home.make();
        try (HomeLock held = home.lock().orElseThrow()) {
            assertThat(held).isNotNull();
            Process second = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AgentMain.class.getName(),
                            "pair",
                            hub.address().toString(),
                            "--home",
                            home.toString(),
                            "--answers",
                            answers(hub.token()).toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(said).contains("An agent runs on " + home);
        }
    }

    private Path answers(PairingToken token) throws IOException {
        return Files.writeString(
                folder.resolve("answers"),
                "token=" + token.reveal() + "\ncamera=rtsp://192.0.2.7/main\nuser=viewer\npassword=tiger-7\n");
    }

    private ExitCode pair(String address, Path answers) {
        List<String> line = List.of("pair", address, "--home", home.toString(), "--answers", answers.toString());
        return AgentMain.execute(
                CommandLine.parse(line),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String words(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
