package io.vedette.agent;

import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.VaultAnswers;
import io.vedette.agent.config.VaultCertificate;
import io.vedette.agent.config.VaultConfig;
import io.vedette.agent.link.Pairing;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.PinnedCertificate;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins a hub as the vault of a site; as {@link PairCommand} otherwise. The certificate is made before the hub is asked. */
final class PairVaultCommand {
    private final CommandLine.PairVault line;
    private final PrintStream out;
    private final PrintStream err;

    PairVaultCommand(CommandLine.PairVault line, PrintStream out, PrintStream err) {
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
            return switch (answers()) {
                case VaultAnswers.Given.Complete complete -> pair(hub, home, complete.answers());
                case VaultAnswers.Given.Faulty faulty -> faults("The answers cannot be used:", faulty.faults());
            };
        }
    }

    private VaultAnswers.Given answers() throws IOException {
        Path file = line.answers();
        if (file != null) {
            return VaultAnswers.read(file);
        }
        // as in PairCommand
        @SuppressWarnings("SystemConsoleNull")
        @Nullable
        Console console = System.console();
        return console == null
                ? new VaultAnswers.Given.Faulty(
                        List.of("There is no terminal to ask at: write them into a file, --answers FILE."))
                : VaultAnswers.ask(console);
    }

    private ExitCode pair(HubAddress hub, AgentHome home, VaultAnswers answers) throws IOException {
        String token = PairCommand.fingerprint(answers.token());
        return switch (home.read()) {
            case Reading.Vault vault
            when vault.config().pairedWith().equals(token) -> {
                out.println("Already paired with this token, as the vault of "
                        + vault.config().siteName() + ".");
                yield ExitCode.DONE;
            }
            case Reading.Vault vault -> {
                err.println(home + " is already the vault of " + vault.config().siteName() + " at "
                        + vault.config().hub() + ". Nothing was changed. Start it with: run --home " + home);
                yield ExitCode.REFUSED;
            }
            case Reading.Ready agent -> {
                err.println(home + " is a camera's agent already. Pair a vault in another folder with --home.");
                yield ExitCode.REFUSED;
            }
            case Reading.Faulty faulty ->
                faults("What is in " + home + " cannot be read. Mend it or move it away first:", faulty.faults());
            case Reading.NotPaired nobodyYet -> ask(hub, home, answers, token);
        };
    }

    private ExitCode ask(HubAddress hub, AgentHome home, VaultAnswers answers, String token) throws IOException {
        AgentKey key = AgentKey.in(home.keyFile());
        boolean secure = answers.address().getScheme().equals("https");
        Optional<VaultCertificate> certificate =
                secure ? Optional.of(VaultCertificate.in(home.certificateFile())) : Optional.empty();
        Pairing pairing = new Pairing(hub, AgentVersion.current(), PairCommand.host());
        return switch (pairing.askAsVault(answers.token(), key)) {
            case Pairing.Outcome.Paired<VaultPairingAnswer> paired -> {
                home.write(config(hub, answers, paired.answer(), token));
                welcome(home, key, paired.answer());
                if (certificate.isPresent()) {
                    out.println("Agents know it by its certificate: " + fingerprint(certificate.get())
                            + " (the hub tells them).");
                }
                yield ExitCode.DONE;
            }
            case Pairing.Outcome.Refused<VaultPairingAnswer> refused -> {
                err.println(refused.words());
                yield ExitCode.REFUSED;
            }
            case Pairing.Outcome.NotReached<VaultPairingAnswer> notReached -> {
                err.println(notReached.words() + " Nothing is lost: run the same command again later.");
                yield ExitCode.NOT_REACHED;
            }
        };
    }

    private void welcome(AgentHome home, AgentKey key, VaultPairingAnswer answer) {
        out.println("Paired: this is now the vault " + plain(answer.name()) + " of " + plain(answer.siteName())
                + ". Start it with: run --home " + home);
        out.println("The hub shows four words on this vault's page. They must be these:");
        out.println();
        out.println("    " + FourWords.of(answer.tenant(), key.publicKey(), answer.hubKey()));
        out.println();
        out.println("Other words there mean that somebody sits between this machine and the hub: revoke the vault.");
    }

    private static VaultConfig config(HubAddress hub, VaultAnswers answers, VaultPairingAnswer paired, String token) {
        return new VaultConfig(
                hub,
                paired.tenant(),
                paired.vault(),
                paired.site(),
                plain(paired.siteName()),
                plain(paired.name()),
                answers.listen(),
                answers.address(),
                answers.keep(),
                0,
                paired.hubKey(),
                token);
    }

    private static String fingerprint(VaultCertificate certificate) throws IOException {
        try {
            return PinnedCertificate.fingerprint(certificate.certificate());
        } catch (CertificateException e) {
            throw new IOException("the certificate cannot be read", e);
        }
    }

    /** Without anything a terminal would obey. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private ExitCode faults(String heading, List<String> faults) {
        err.println(heading);
        faults.forEach(fault -> err.println("  " + fault));
        return ExitCode.REFUSED;
    }
}
