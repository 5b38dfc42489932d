package io.vedette.agent;

import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.VaultAnswers;
import io.vedette.agent.config.VaultCertificate;
import io.vedette.agent.config.VaultConfig;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Joins a hub as the vault of a site; as {@link PairCommand} otherwise. The certificate is made before the hub is asked. */
final class PairVaultCommand {
    private final CommandLine.PairVault line;
    private final PairingDesk desk;

    PairVaultCommand(CommandLine.PairVault line, PrintStream out, PrintStream err) {
        this.line = line;
        this.desk = new PairingDesk(out, err);
    }

    ExitCode run() throws IOException {
        return desk.run(line.hub(), line.home(), this::pair);
    }

    private ExitCode pair(HubAddress hub, AgentHome home) throws IOException {
        // as an agent's: nobody is asked in vain
        if (line.answers() == null && home.read() instanceof Reading.Vault vault) {
            return alreadyPaired(home, vault);
        }
        return switch (answers()) {
            case VaultAnswers.Given.Complete complete -> pair(hub, home, complete.answers());
            case VaultAnswers.Given.Faulty faulty -> desk.faults("The answers cannot be used:", faulty.faults());
        };
    }

    private VaultAnswers.Given answers() throws IOException {
        Path file = line.answers();
        if (file != null) {
            return VaultAnswers.read(file);
        }
        return PairingDesk.terminal()
                .map(VaultAnswers::ask)
                .orElseGet(() -> new VaultAnswers.Given.Faulty(List.of(PairingDesk.NO_TERMINAL)));
    }

    private ExitCode pair(HubAddress hub, AgentHome home, VaultAnswers answers) throws IOException {
        String token = PairingDesk.fingerprint(answers.token());
        return switch (home.read()) {
            case Reading.Vault vault
            when vault.config().pairedWith().equals(token) ->
                desk.done("Already paired with this token, as the vault of "
                        + vault.config().siteName() + ".");
            case Reading.Vault vault -> alreadyPaired(home, vault);
            case Reading.Ready agent ->
                desk.refused(home + " is a camera's agent already. Pair a vault in another folder with --home.");
            case Reading.Faulty faulty ->
                desk.faults("What is in " + home + " cannot be read. Mend it or move it away first:", faulty.faults());
            case Reading.NotPaired nobodyYet -> ask(hub, home, answers, token);
        };
    }

    private ExitCode alreadyPaired(AgentHome home, Reading.Vault vault) {
        return desk.refused(home + " is already the vault of " + vault.config().siteName() + " at "
                + vault.config().hub() + ". Nothing was changed. Start it with: run --home " + home);
    }

    private ExitCode ask(HubAddress hub, AgentHome home, VaultAnswers answers, String token) throws IOException {
        AgentKey key = AgentKey.in(home.keyFile());
        boolean secure = answers.address().getScheme().equals("https");
        Optional<VaultCertificate> certificate =
                secure ? Optional.of(VaultCertificate.in(home.certificateFile())) : Optional.empty();
        return desk.settle(PairingDesk.with(hub).askAsVault(answers.token(), key), paired -> {
            home.write(config(hub, answers, paired, token));
            var unused = desk.done("Paired: this is now the vault " + PairingDesk.plain(paired.name()) + " of "
                    + PairingDesk.plain(paired.siteName()) + ". Start it with: run --home " + home);
            desk.fourWords("vault", "vault", paired.tenant(), key, paired.hubKey());
            if (certificate.isPresent()) {
                unused = desk.done("Agents know it by its certificate: "
                        + certificate.get().fingerprint() + " (the hub tells them).");
            }
        });
    }

    private static VaultConfig config(HubAddress hub, VaultAnswers answers, VaultPairingAnswer paired, String token) {
        return new VaultConfig(
                hub,
                paired.tenant(),
                paired.vault(),
                paired.site(),
                PairingDesk.plain(paired.siteName()),
                PairingDesk.plain(paired.name()),
                answers.listen(),
                answers.address(),
                answers.keep(),
                0,
                paired.hubKey(),
                token);
    }
}
