package io.vedette.agent;

import io.vedette.agent.check.SpoolCheck;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;

/** The agent's command line. */
public final class AgentMain {
    private AgentMain() {}

    public static void main(String[] args) {
        logInUtc();
        Thread.setDefaultUncaughtExceptionHandler(new LastWords(System::exit));
        System.exit(execute(CommandLine.parse(List.of(args)), System.out, System.err)
                .number());
    }

    static ExitCode execute(CommandLine line, PrintStream out, PrintStream err) {
        try {
            return switch (line) {
                case CommandLine.Help help -> {
                    out.print(CommandLine.USAGE);
                    yield ExitCode.DONE;
                }
                case CommandLine.Version version -> {
                    out.println("vedette-agent " + AgentVersion.current());
                    yield ExitCode.DONE;
                }
                case CommandLine.Pair pair -> new PairCommand(pair, out, err).run();
                case CommandLine.PairVault pair -> new PairVaultCommand(pair, out, err).run();
                case CommandLine.Run run -> new RunCommand(run, err).run();
                case CommandLine.Check check -> check(check, out, err);
                case CommandLine.Adopt adopt -> adopt(adopt.home(), out, err);
                case CommandLine.Misused misused -> {
                    err.println(misused.sentence());
                    err.print(CommandLine.USAGE);
                    yield ExitCode.MISUSED;
                }
            };
        } catch (IOException e) {
            err.println("This machine's disk or network refused: " + e.getMessage());
            return ExitCode.REFUSED;
        }
    }

    private static ExitCode check(CommandLine.Check check, PrintStream out, PrintStream err) throws IOException {
        return alone(check.home(), err, home -> {
            boolean well = SpoolCheck.run(home, check.depth(), out::println) == SpoolCheck.WELL;
            return well ? ExitCode.DONE : ExitCode.REFUSED;
        });
    }

    private static ExitCode adopt(Path folder, PrintStream out, PrintStream err) throws IOException {
        return alone(folder, err, home -> {
            try {
                Spool.adopt(home, Clock.systemUTC());
                out.println("The spool in " + home + " is this agent's.");
                return ExitCode.DONE;
            } catch (SpoolFault e) {
                err.println("It cannot be taken over: " + e.getMessage());
                return ExitCode.REFUSED;
            }
        });
    }

    /** Nobody else may have the home meanwhile: what changes cannot be proven. */
    private static ExitCode alone(Path folder, PrintStream err, Function<Path, ExitCode> work) throws IOException {
        AgentHome home = AgentHome.at(folder);
        if (!Files.isDirectory(home.folder())) {
            err.println("There is no agent in " + home + ".");
            return ExitCode.REFUSED;
        }
        Optional<HomeLock> lock = home.lock();
        if (lock.isEmpty()) {
            err.println("An agent runs on " + home + ". Stop it first.");
            return ExitCode.REFUSED;
        }
        try (HomeLock held = lock.get()) {
            return work.apply(home.folder());
        }
    }

    /** Set here and not in a file of the jar, because other programs have this jar on their class path. */
    private static void logInUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        String prefix = "org.slf4j.simpleLogger.";
        System.setProperty(prefix + "logFile", "System.err");
        System.setProperty(prefix + "showDateTime", "true");
        System.setProperty(prefix + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        System.setProperty(prefix + "showShortLogName", "true");
        System.setProperty(prefix + "showThreadName", "false");
    }
}
