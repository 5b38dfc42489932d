package io.vedette.agent.config;

import io.vedette.agent.config.AgentHome.Reading;
import java.nio.charset.StandardCharsets;

/** agent.json is written by people. */
public final class ConfigDocumentFuzz {
    private ConfigDocumentFuzz() {}

    /** Loading the JSON library is no input's fault. */
    public static void fuzzerInitialize() {
        ConfigDocument.read("{}");
    }

    public static void fuzzerTestOneInput(byte[] file) {
        Reading reading = ConfigDocument.read(new String(file, StandardCharsets.UTF_8));
        if (reading instanceof Reading.Ready ready
                && !ConfigDocument.read(ConfigDocument.write(ready.config())).equals(ready)) {
            throw new IllegalStateException("what is written reads differently");
        }
        if (reading instanceof Reading.Faulty faulty && faulty.faults().isEmpty()) {
            throw new IllegalStateException("refused without a word");
        }
    }
}
