package io.vedette.agent;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.AgentHome;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.Depth;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.pairing.PairingToken;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own, before a camera that is not there. */
@Timeout(120)
class RunCommandTest {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private ScriptedHub hub;
    private AgentHome home;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        home = AgentHome.at(folder.resolve("agent"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        started.forEach(Process::destroyForcibly);
        hub.close();
    }

    @Test
    void theEndOfItsInputStopsItInOrder() throws IOException, InterruptedException {
        pair();
        Process agent = run("--until-stdin-closes");
        until("online", this::online);

        agent.getOutputStream().close();

        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isZero();
        // the process is gone; what it said last may still be on its way through the hub
        until("goodbye", () -> hub.heard(FromAgent.Bye.class).size() == 1);
        assertThat(log()).containsPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z INFO").doesNotContain("tiger-7");
    }

    @Test
    void sigtermStopsItInOrderToo() throws IOException, InterruptedException {
        pair();
        Process agent = run();
        until("online", this::online);

        agent.destroy();

        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        // the process is gone; what it said last may still be on its way through the hub
        until("goodbye", () -> hub.heard(FromAgent.Bye.class).size() == 1);
    }

    @Test
    void aSecondProcessOnOneHomeIsRefused() throws IOException, InterruptedException {
        pair();
        run();
        until("online", this::online);

        Process second = run();

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(log()).contains("Another process is this agent already");
        assertThat(hub.welcomes()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotPairedSaysWhatToDo() throws IOException, InterruptedException {
        Process agent = run();

        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(log()).contains("is not paired with a hub yet. First: pair HUB");
    }

    @Test
    void checkProvesAHomeOnlyWhileNothingRunsOnIt() throws IOException, InterruptedException {
        pair();
        Process agent = run("--until-stdin-closes");
        until("online", this::online);
        assertThat(check()).isEqualTo(ExitCode.REFUSED);

        agent.getOutputStream().close();

        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aBrokenConfigurationIsExplained() throws IOException, InterruptedException {
        home.make();
        Files.writeString(home.configFile(), "{\"hub\": \"ftp://x\"}");

        Process agent = run();

        assertThat(agent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(log()).contains("must be mended first:").contains("hub: ").contains("tenant is missing.");
    }

    private void pair() throws IOException {
        PairingToken token = hub.token();
        Path answers = Files.writeString(
                folder.resolve("answers"),
                "token=" + token.reveal() + "\ncamera=rtsp://127.0.0.1:9/main\nuser=viewer\npassword=tiger-7\n");
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine.Pair(hub.address().toString(), home.folder(), answers);
        assertThat(AgentMain.execute(line, quiet, quiet)).isEqualTo(ExitCode.DONE);
        hub.knows(hub.answerTo(token).agent(), hub.keyBoundBy(token));
    }

    private ExitCode check() {
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return AgentMain.execute(new CommandLine.Check(home.folder(), Depth.HASHES), quiet, quiet);
    }

    private Process run(String... options) throws IOException {
        Process agent = AgentProcess.run(home, folder.resolve("log"), options);
        started.add(agent);
        return agent;
    }

    /** By its own word: one that has not heard its welcome yet says no goodbye. */
    private boolean online() {
        return log().contains("online at ");
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
