package io.vedette.e2e.journey;

import com.microsoft.playwright.Locator;
import io.vedette.e2e.time.Patiently;
import java.time.Duration;

/** A recording that moves on the screen. */
final class Played {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MOVES = "video => !video.paused && video.currentTime > 0.2 && video.videoWidth > 0";

    private Played() {}

    static void awaitIn(Actions person) {
        Locator video = person.see("#player video");
        Patiently.until("the recording to play", PATIENCE, () -> (boolean) video.evaluate(MOVES));
    }
}
