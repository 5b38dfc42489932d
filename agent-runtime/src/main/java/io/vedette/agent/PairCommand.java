package io.vedette.agent;

import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentConfig.Keep;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.AnswersFile;
import io.vedette.agent.config.AnswersTerminal;
import io.vedette.agent.config.PairingAnswers;
import io.vedette.agent.config.PairingAnswers.Given;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.SendingRules;
import io.vedette.agent.link.Pairing;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingToken;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins a hub. The key is on the disk before the hub is asked, and the hub answers the same key the same: a pairing that was
 * interrupted anywhere is simply begun again.
 */
final class PairCommand {
    private final CommandLine.Pair line;
    private final PrintStream out;
    private final PrintStream err;

    PairCommand(CommandLine.Pair line, PrintStream out, PrintStream err) {
        this.line = line;
        this.out = out;
        this.err = err;
    }

    ExitCode run() throws IOException {
        HubAddress hub;
        try {
            hub = HubAddress.of(line.hub());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return ExitCode.MISUSED;
        }
        AgentHome home = AgentHome.at(line.home()).make();
        Optional<HomeLock> lock = home.lock();
        if (lock.isEmpty()) {
            err.println("An agent runs on " + home + ". Stop it first, or pair in another folder with --home.");
            return ExitCode.REFUSED;
        }
        try (HomeLock held = lock.get()) {
            // before anybody is asked for six answers in vain; a file may hold the token it was paired with
            if (line.answers() == null && home.read() instanceof Reading.Ready ready) {
                return alreadyPaired(home, ready);
            }
            return switch (answers()) {
                case Given.Complete complete -> pair(hub, home, complete.answers());
                case Given.Faulty faulty -> faults("The answers cannot be used:", faulty.faults());
            };
        }
    }

    private Given answers() throws IOException {
        Path file = line.answers();
        if (file != null) {
            return AnswersFile.read(file);
        }
        // null without a terminal on Java 21; a newer one gives a console at whose end of input the questions notice it
        @SuppressWarnings("SystemConsoleNull")
        @Nullable
        Console console = System.console();
        return console == null
                ? new Given.Faulty(List.of("There is no terminal to ask at: write them into a file, --answers FILE."))
                : AnswersTerminal.ask(console);
    }

    private ExitCode pair(HubAddress hub, AgentHome home, PairingAnswers answers) throws IOException {
        String token = fingerprint(answers.token());
        switch (home.read()) {
            case Reading.Ready ready
            when ready.config().pairedWith().equals(token) -> {
                out.println("Already paired with this token, as the agent of camera "
                        + ready.config().cameraName() + ".");
                return ExitCode.DONE;
            }
            case Reading.Ready ready -> {
                return alreadyPaired(home, ready);
            }
            case Reading.Vault vault -> {
                err.println(home + " is an edge vault already. Pair an agent in another folder with --home.");
                return ExitCode.REFUSED;
            }
            case Reading.Faulty faulty -> {
                return faults(
                        home.configFile() + " is there, but cannot be read. Mend it or move it away first:",
                        faulty.faults());
            }
            case Reading.NotPaired nobodyYet -> {
                return ask(hub, home, answers, token);
            }
        }
    }

    private ExitCode alreadyPaired(AgentHome home, Reading.Ready ready) {
        err.println(home + " is already the agent of camera "
                + ready.config().cameraName() + " at "
                + ready.config().hub()
                + ". Nothing was changed. Start it with: run --home " + home
                + ". For another camera use another folder with --home; to give this one "
                + "up, revoke it in the hub and move the folder away.");
        return ExitCode.REFUSED;
    }

    private ExitCode ask(HubAddress hub, AgentHome home, PairingAnswers answers, String token) throws IOException {
        AgentKey key = AgentKey.in(home.keyFile());
        return switch (new Pairing(hub, AgentVersion.current(), host()).ask(answers.token(), key)) {
            case Pairing.Outcome.Paired<PairingAnswer> paired -> {
                home.write(config(hub, answers, paired.answer(), token));
                out.println("Paired: this is now the agent of camera "
                        + paired.answer().cameraName().replaceAll("\\p{Cntrl}", " ") + ". Start it with: run --home "
                        + home);
                out.println("The hub shows four words on this camera's page. They must be these:");
                out.println();
                out.println("    "
                        + FourWords.of(
                                paired.answer().tenant(),
                                key.publicKey(),
                                paired.answer().hubKey()));
                out.println();
                out.println(
                        "Other words there mean that somebody sits between this machine and the hub: revoke the agent.");
                yield ExitCode.DONE;
            }
            case Pairing.Outcome.Refused<PairingAnswer> refused -> {
                err.println(refused.words());
                yield ExitCode.REFUSED;
            }
            case Pairing.Outcome.NotReached<PairingAnswer> notReached -> {
                err.println(notReached.words() + " Nothing is lost: run the same command again later.");
                yield ExitCode.NOT_REACHED;
            }
        };
    }

    private static AgentConfig config(HubAddress hub, PairingAnswers answers, PairingAnswer paired, String token) {
        return new AgentConfig(
                hub,
                paired.tenant(),
                paired.agent(),
                paired.camera(),
                paired.cameraName().replaceAll("\\p{Cntrl}", " "),
                answers.access(),
                answers.delivery(),
                Keep.USUAL,
                MotionSettings.USUAL,
                RecordingRules.USUAL,
                SendingRules.USUAL,
                paired.hubKey(),
                token);
    }

    private ExitCode faults(String heading, List<String> faults) {
        err.println(heading);
        faults.forEach(fault -> err.println("  " + fault));
        return ExitCode.REFUSED;
    }

    static String fingerprint(PairingToken token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.secret());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }
}
