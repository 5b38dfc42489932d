package io.vedette.e2e.journey;

import com.microsoft.playwright.Locator;
import io.vedette.e2e.time.Patiently;
import java.time.Duration;

/** A player on the screen: there to be tapped, and then moving. */
final class Played {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MOVES = "video => !video.paused && video.currentTime > 0.2 && video.videoWidth > 0";

    /** The script may have drawn the player a moment ago; a tap counts once the browser has laid hands on the file. */
    private static final String READY = "video => video.readyState >= 1";

    private static final String STATE = """
            video => `paused ${video.paused}, at ${video.currentTime} s of ${video.duration}, ready ${video.readyState}, \
            network ${video.networkState}, width ${video.videoWidth}, error ${video.error?.message ?? "none"}`""";

    private Played() {}

    static void tap(Actions person) {
        awaitThat(person, "the player to be ready", READY);
        person.tap("#player video");
    }

    static void awaitIn(Actions person) {
        awaitThat(person, "the recording to play", MOVES);
    }

    private static void awaitThat(Actions person, String what, String condition) {
        Locator video = person.see("#player video");
        try {
            Patiently.until(what, PATIENCE, () -> (boolean) video.evaluate(condition));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; the player: " + video.evaluate(STATE), late);
        }
    }
}
