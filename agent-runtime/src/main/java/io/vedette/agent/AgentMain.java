package io.vedette.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.TimeZone;

/** The agent's command line. */
public final class AgentMain {
    private AgentMain() {}

    public static void main(String[] args) {
        logInUtc();
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
                case CommandLine.Run run -> new RunCommand(run, err).run();
                case CommandLine.Check check -> throw new IOException("check is not here yet");
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
