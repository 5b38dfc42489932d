package io.vedette.agent;

import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.AnswersFile;
import io.vedette.agent.config.AnswersTerminal;
import io.vedette.agent.config.PairingAnswers;
import io.vedette.agent.config.PairingAnswers.Given;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.SendingRules;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.pairing.PairingAnswer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Joins a hub. The key is on the disk before the hub is asked, and the hub answers the same key the same: a pairing that was
 * interrupted anywhere is simply begun again.
 */
final class PairCommand {
    private final CommandLine.Pair line;
    private final PairingDesk desk;

    PairCommand(CommandLine.Pair line, PrintStream out, PrintStream err) {
        this.line = line;
        this.desk = new PairingDesk(out, err);
    }

    ExitCode run() throws IOException {
        return desk.run(line.hub(), line.home(), this::pair);
    }

    private ExitCode pair(HubAddress hub, AgentHome home) throws IOException {
        // before anybody is asked for six answers in vain; a file may hold the token it was paired with
        if (line.answers() == null && home.read() instanceof Reading.Ready ready) {
            return alreadyPaired(home, ready);
        }
        return switch (answers()) {
            case Given.Complete complete -> pair(hub, home, complete.answers());
            case Given.Faulty faulty -> desk.faults("The answers cannot be used:", faulty.faults());
        };
    }

    private Given answers() throws IOException {
        Path file = line.answers();
        if (file != null) {
            return AnswersFile.read(file);
        }
        return PairingDesk.terminal()
                .map(AnswersTerminal::ask)
                .orElseGet(() -> new Given.Faulty(List.of(PairingDesk.NO_TERMINAL)));
    }

    private ExitCode pair(HubAddress hub, AgentHome home, PairingAnswers answers) throws IOException {
        String token = PairingDesk.fingerprint(answers.token());
        return switch (home.read()) {
            case Reading.Ready ready
            when ready.config().pairedWith().equals(token) ->
                desk.done("Already paired with this token, as the agent of camera "
                        + ready.config().cameraName() + ".");
            case Reading.Ready ready -> alreadyPaired(home, ready);
            case Reading.Vault vault ->
                desk.refused(home + " is an edge vault already. Pair an agent in another folder with --home.");
            case Reading.Faulty faulty ->
                desk.faults(
                        home.configFile() + " is there, but cannot be read. Mend it or move it away first:",
                        faulty.faults());
            case Reading.NotPaired nobodyYet -> ask(hub, home, answers, token);
        };
    }

    private ExitCode alreadyPaired(AgentHome home, Reading.Ready ready) {
        return desk.refused(home + " is already the agent of camera "
                + ready.config().cameraName() + " at "
                + ready.config().hub()
                + ". Nothing was changed. Start it with: run --home " + home
                + ". For another camera use another folder with --home; to give this one "
                + "up, revoke it in the hub and move the folder away.");
    }

    private ExitCode ask(HubAddress hub, AgentHome home, PairingAnswers answers, String token) throws IOException {
        AgentKey key = AgentKey.in(home.keyFile());
        return desk.settle(PairingDesk.with(hub).ask(answers.token(), key), paired -> {
            home.write(config(hub, answers, paired, token));
            var unused = desk.done("Paired: this is now the agent of camera " + PairingDesk.plain(paired.cameraName())
                    + ". Start it with: run --home " + home);
            desk.fourWords("camera", "agent", paired.tenant(), key, paired.hubKey());
        });
    }

    private static AgentConfig config(HubAddress hub, PairingAnswers answers, PairingAnswer paired, String token) {
        return new AgentConfig(
                hub,
                paired.tenant(),
                paired.agent(),
                paired.camera(),
                PairingDesk.plain(paired.cameraName()),
                answers.access(),
                answers.delivery(),
                Keep.USUAL,
                MotionSettings.USUAL,
                RecordingRules.USUAL,
                SendingRules.USUAL,
                paired.hubKey(),
                token);
    }
}
