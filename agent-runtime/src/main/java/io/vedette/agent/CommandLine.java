package io.vedette.agent;

import io.vedette.agent.spool.Depth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person typed. Secrets are no options: an argument list is readable by everybody on the machine. */
sealed interface CommandLine {
    Path USUAL_HOME = Path.of("vedette-agent");

    String USAGE = """
            vedette-agent: one camera's agent at the edge, or the vault of a site.

              pair HUB [--home DIR] [--answers FILE]   join a hub, once; asks for token, camera and password
              pair-vault HUB [--home DIR] [--answers FILE]
                                                       join a hub as the vault of a site, once
              run [--home DIR] [--until-stdin-closes]  record, and keep in touch with the hub
              check [--home DIR] [--depth DEPTH]       prove that nothing of what was recorded is lost
              adopt [--home DIR]                       say that the spool found there is this agent's after all
              --version, --help

            DIR is the folder that is this agent, usually ./vedette-agent. FILE answers the questions of pair with lines
            token=, camera=, sub=, user=, password=, delivery= (at-once or on-demand), those of pair-vault with token=, listen=,
            address=, gigabytes=, days=, free=; keep it to yourself (mode 0600). What run is, it knows from its folder.
            DEPTH is names (that the files are there), sizes, or hashes (every byte is read; the usual one).
            """;

    record Pair(String hub, Path home, @Nullable Path answers) implements CommandLine {}

    record PairVault(String hub, Path home, @Nullable Path answers) implements CommandLine {}

    record Run(Path home, boolean untilStdinCloses) implements CommandLine {}

    record Check(Path home, Depth depth) implements CommandLine {}

    record Adopt(Path home) implements CommandLine {}

    record Help() implements CommandLine {}

    record Version() implements CommandLine {}

    /**
     * It cannot be understood.
     *
     * @param sentence says why, for people
     */
    record Misused(String sentence) implements CommandLine {}

    static CommandLine parse(List<String> args) {
        if (args.isEmpty()) {
            return new Misused("Say what to do.");
        }
        List<String> rest = args.subList(1, args.size());
        return switch (args.getFirst()) {
            case "pair" -> pair(Words.of(rest, Set.of("--home", "--answers"), Set.of()));
            case "pair-vault" -> pairVault(Words.of(rest, Set.of("--home", "--answers"), Set.of()));
            case "run" -> run(Words.of(rest, Set.of("--home"), Set.of("--until-stdin-closes")));
            case "check" -> check(Words.of(rest, Set.of("--home", "--depth"), Set.of()));
            case "adopt" -> adopt(Words.of(rest, Set.of("--home"), Set.of()));
            case "--help", "-h", "help" -> new Help();
            case "--version", "version" -> new Version();
            default -> new Misused("There is no command " + args.getFirst() + ".");
        };
    }

    private static CommandLine pair(Words words) {
        if (words.fault() == null && words.plain().size() != 1) {
            return new Misused("pair needs the hub's address, for example https://hub.example.org.");
        }
        String answers = words.named().get("--answers");
        return words.fault() != null
                ? new Misused(words.fault())
                : new Pair(words.plain().getFirst(), words.home(), answers == null ? null : Path.of(answers));
    }

    private static CommandLine pairVault(Words words) {
        CommandLine read = pair(words);
        return read instanceof Pair pair ? new PairVault(pair.hub(), pair.home(), pair.answers()) : read;
    }

    private static CommandLine run(Words words) {
        String fault = words.faultBesides();
        return fault != null
                ? new Misused(fault)
                : new Run(words.home(), words.named().containsKey("--until-stdin-closes"));
    }

    private static CommandLine check(Words words) {
        String fault = words.faultBesides();
        if (fault != null) {
            return new Misused(fault);
        }
        return switch (words.named().getOrDefault("--depth", "hashes")) {
            case "names" -> new Check(words.home(), Depth.NAMES);
            case "sizes" -> new Check(words.home(), Depth.SIZES);
            case "hashes" -> new Check(words.home(), Depth.HASHES);
            default -> new Misused("--depth is names, sizes or hashes.");
        };
    }

    private static CommandLine adopt(Words words) {
        String fault = words.faultBesides();
        return fault != null ? new Misused(fault) : new Adopt(words.home());
    }

    /** Arguments sorted into plain words and options. */
    record Words(
            List<String> plain,
            Map<String, String> named,
            @Nullable String fault) {
        static Words of(List<String> args, Set<String> withValue, Set<String> alone) {
            List<String> plain = new ArrayList<>();
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < args.size(); i++) {
                String word = args.get(i);
                if (!word.startsWith("--")) {
                    plain.add(word);
                } else if (alone.contains(word)) {
                    named.put(word, "");
                } else if (!withValue.contains(word)) {
                    return new Words(plain, named, "There is no option " + word + " here.");
                } else if (i + 1 == args.size()) {
                    return new Words(plain, named, word + " needs a value.");
                } else {
                    named.put(word, args.get(++i));
                }
            }
            return new Words(plain, named, null);
        }

        Path home() {
            String home = named.get("--home");
            return home == null ? USUAL_HOME : Path.of(home);
        }

        @Nullable
        String faultBesides() {
            return fault != null || plain.isEmpty() ? fault : "What is " + plain.getFirst() + " meant to be?";
        }
    }
}
