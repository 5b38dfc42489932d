package io.vedette.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.spool.Depth;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void theCommandsAreUnderstood() {
        assertThat(parse("pair https://hub.example.org --answers a --home b"))
                .isEqualTo(new CommandLine.Pair("https://hub.example.org", Path.of("b"), Path.of("a")));
        assertThat(parse("pair-vault https://hub.example.org --home b"))
                .isEqualTo(new CommandLine.PairVault("https://hub.example.org", Path.of("b"), null));
        assertThat(parse("run --until-stdin-closes")).isEqualTo(new CommandLine.Run(Path.of("vedette-agent"), true));
        assertThat(parse("check --home x")).isEqualTo(new CommandLine.Check(Path.of("x"), Depth.HASHES));
        assertThat(parse("check --depth names"))
                .isEqualTo(new CommandLine.Check(Path.of("vedette-agent"), Depth.NAMES));
        assertThat(parse("adopt --home x")).isEqualTo(new CommandLine.Adopt(Path.of("x")));
        assertThat(parse("--version")).isEqualTo(new CommandLine.Version());
        assertThat(parse("--help")).isEqualTo(new CommandLine.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "pair",
                "pair a b",
                "pair-vault",
                "pair-vault a b",
                "pair https://hub.example.org --token secret",
                "run now",
                "run --home",
                "check --answers x",
                "check --depth deep",
                "adopt now"
            })
    void anythingElseIsMisuse(String line) {
        assertThat(parse(line)).isInstanceOf(CommandLine.Misused.class);
    }

    private static CommandLine parse(String line) {
        return CommandLine.parse(List.of(line.split(" ")));
    }
}
