package io.vedette.agent;

import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.link.Pairing;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.pairing.FourWords;
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

/** What every pairing has in common, whatever is paired: a hub, a home that nobody else uses, and the words for whoever does it. */
final class PairingDesk {
    static final String NO_TERMINAL = "There is no terminal to ask at: write them into a file, --answers FILE.";

    private final PrintStream out;
    private final PrintStream err;

    PairingDesk(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** What is done while nobody else may use the home. */
    @FunctionalInterface
    interface Work {
        ExitCode at(HubAddress hub, AgentHome home) throws IOException;
    }

    /** What follows when the hub has taken it. */
    @FunctionalInterface
    interface Taken<A> {
        void heard(A answer) throws IOException;
    }

    ExitCode run(String hub, Path folder, Work work) throws IOException {
        HubAddress address;
        try {
            address = HubAddress.of(hub);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return ExitCode.MISUSED;
        }
        AgentHome home = AgentHome.at(folder).make();
        Optional<HomeLock> lock = home.lock();
        if (lock.isEmpty()) {
            return refused("An agent runs on " + home + ". Stop it first, or pair in another folder with --home.");
        }
        try (HomeLock held = lock.get()) {
            return work.at(address, home);
        }
    }

    /** Where a person can be asked; empty without a terminal. */
    static Optional<Console> terminal() {
        // null without a terminal on Java 21; a newer one gives a console at whose end of input the questions notice it
        @SuppressWarnings("SystemConsoleNull")
        @Nullable
        Console console = System.console();
        return Optional.ofNullable(console);
    }

    static Pairing with(HubAddress hub) {
        return new Pairing(hub, AgentVersion.current(), host());
    }

    <A> ExitCode settle(Pairing.Outcome<A> outcome, Taken<A> taken) throws IOException {
        return switch (outcome) {
            case Pairing.Outcome.Paired<A> paired -> {
                taken.heard(paired.answer());
                yield ExitCode.DONE;
            }
            case Pairing.Outcome.Refused<A> no -> refused(no.words());
            case Pairing.Outcome.NotReached<A> nobody -> {
                err.println(nobody.words() + " Nothing is lost: run the same command again later.");
                yield ExitCode.NOT_REACHED;
            }
        };
    }

    /**
     * The words that both ends show.
     *
     * @param whose page in the hub they stand on
     * @param what is to be revoked when they differ
     */
    void fourWords(String whose, String what, TenantId tenant, AgentKey key, String hubKey) {
        out.println("The hub shows four words on this " + whose + "'s page. They must be these:");
        out.println();
        out.println("    " + FourWords.of(tenant, key.publicKey(), hubKey));
        out.println();
        out.println(
                "Other words there mean that somebody sits between this machine and the hub: revoke the " + what + ".");
    }

    ExitCode done(String words) {
        out.println(words);
        return ExitCode.DONE;
    }

    ExitCode refused(String words) {
        err.println(words);
        return ExitCode.REFUSED;
    }

    ExitCode faults(String heading, List<String> faults) {
        err.println(heading);
        faults.forEach(fault -> err.println("  " + fault));
        return ExitCode.REFUSED;
    }

    /** Tells a token from another one, and nothing else of it. */
    static String fingerprint(PairingToken token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.secret());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the hub calls something, without anything a terminal would obey. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed";
        }
    }
}
