package io.vedette.agent.config;

import io.vedette.agent.wire.VaultAddress;
import io.vedette.contracts.pairing.PairingToken;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person says when an edge vault is paired, read from a file or asked at the terminal. */
public record VaultAnswers(PairingToken token, ListenAddress listen, URI address, VaultConfig.Keep keep) {
    /** Either the answers, or all that is wrong with them. */
    public sealed interface Given {
        record Complete(VaultAnswers answers) implements Given {}

        /**
         * They cannot be used.
         *
         * @param faults each a sentence
         */
        record Faulty(List<String> faults) implements Given {}
    }

    public static Given read(Path file) throws IOException {
        return switch (AnswersFile.lines(file)) {
            case AnswersFile.Lines.Read read -> of(read.values());
            case AnswersFile.Lines.Faulty faulty -> new Given.Faulty(List.of(faulty.fault()));
        };
    }

    public static Given ask(Console console) {
        Optional<Map<String, String>> values = AnswersTerminal.values(console, List.of(VaultAnswer.values()));
        return values.isPresent() ? of(values.get()) : new Given.Faulty(List.of(AnswersTerminal.NOBODY));
    }

    static Given of(Map<String, String> values) {
        Fields in = Fields.ofAnswers(values, List.of(VaultAnswer.values()));
        @Nullable PairingToken token = in.text(VaultAnswer.TOKEN.key(), PairingToken::of);
        @Nullable ListenAddress told = in.optionalText(VaultAnswer.LISTEN.key(), ListenAddress::of);
        ListenAddress listen = told == null ? ListenAddress.of(ListenAddress.USUAL) : told;
        @Nullable URI typed = in.optionalText(VaultAnswer.ADDRESS.key(), VaultAddress::typed);
        URI address = typed == null ? URI.create("https://" + listen) : typed;
        @Nullable Long bytes = in.optionalText(VaultAnswer.GIGABYTES.key(), VaultAnswer::gigabytes);
        @Nullable Long days = in.optionalText(VaultAnswer.DAYS.key(), VaultAnswer::days);
        @Nullable Long free = in.optionalText(VaultAnswer.FREE.key(), VaultAnswer::free);
        if (typed == null && listen.host().isAnyLocalAddress()) {
            in.fault("address: is needed, because it listens at every address of this machine.");
        }
        try {
            VaultConfig.fits(listen, address);
        } catch (IllegalArgumentException e) {
            in.fault("address: " + e.getMessage());
        }
        if (!in.faults().isEmpty() || token == null) {
            return new Given.Faulty(in.faults());
        }
        VaultConfig.Keep usual = VaultConfig.Keep.USUAL;
        VaultConfig.Keep keep = new VaultConfig.Keep(
                bytes == null ? usual.bytes() : bytes,
                days == null ? usual.age() : Duration.ofDays(days),
                free == null ? usual.freeBytes() : free);
        return new Given.Complete(new VaultAnswers(token, listen, address, keep));
    }
}
