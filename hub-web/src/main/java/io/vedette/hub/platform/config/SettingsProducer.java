package io.vedette.hub.platform.config;

import io.vedette.hub.platform.config.SettingsReader.UnusableSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands the settings to whoever asks for them; ends the process when they cannot be used. */
public final class SettingsProducer {
    /** EX_CONFIG of sysexits(3): a service manager need not try again. */
    static final int EXIT_CODE = 78;

    private SettingsProducer() {}

    @Produces
    @Singleton
    static HubSettings settings() {
        var config = ConfigProvider.getConfig();
        // the server would stay up without the hub and answer 404; and an orderly exit would wait for this very
        // deployment
        return read(
                name -> config.getOptionalValue(name, String.class),
                System.err,
                code -> Runtime.getRuntime().halt(code));
    }

    static HubSettings read(Function<String, Optional<String>> source, PrintStream words, IntConsumer end) {
        try {
            return new SettingsReader(source).read();
        } catch (UnusableSettings e) {
            words.println("The hub cannot start:");
            e.faults().forEach(fault -> words.println("  " + fault));
            words.println("What each setting means is in src/site/markdown/reference/settings.md.");
            words.flush();
            end.accept(EXIT_CODE);
            throw e;
        }
    }
}
