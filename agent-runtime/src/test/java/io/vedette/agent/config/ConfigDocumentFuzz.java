package io.vedette.agent.config;

import io.vedette.agent.config.AgentHome.Reading;
import java.nio.charset.StandardCharsets;

/** agent.json and vault.json are written by people. */
public final class ConfigDocumentFuzz {
    private ConfigDocumentFuzz() {}

    /** Loading the JSON library is no input's fault. */
    public static void fuzzerInitialize() {
        ConfigDocument.read("{}");
    }

    public static void fuzzerTestOneInput(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        refusedInWords(VaultDocument.read(text));
        Reading reading = ConfigDocument.read(text);
        if (reading instanceof Reading.Ready ready
                && !ConfigDocument.read(ConfigDocument.write(ready.config())).equals(ready)) {
            throw new IllegalStateException("what is written reads differently");
        }
        refusedInWords(reading);
    }

    private static void refusedInWords(Reading reading) {
        if (reading instanceof Reading.Faulty faulty && faulty.faults().isEmpty()) {
            throw new IllegalStateException("refused without a word");
        }
    }
}
