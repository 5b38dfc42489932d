package io.vedette.lab;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipPlan;
import java.io.IOException;
import java.nio.file.Path;

/** The clip of six seconds, made once per build. */
public final class Glimpse {
    private Glimpse() {}

    public static ClipFolder clip() throws IOException {
        return ClipFolder.ensure(Path.of("target", "clips"), ClipPlan.glimpse());
    }
}
