package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.link.MotionMarks;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.entity.MovedSpan;
import io.vedette.hub.recordings.entity.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What moved in a recording, on its page.
 *
 * @param words about all of it
 * @param blind what may be unseen, in words; empty when somebody looked at least once a second
 * @param path of {@link MotionDrawing}; empty when nothing moved
 */
public record RecordingMotion(String words, String blind, String path, List<Stretch> stretches) {
    /** So many seconds of rest belong to the stretch before. */
    private static final int PAUSE = 3;

    private static final int WORTH_SAYING_MS = 1000;

    /**
     * @param at seconds from the first picture, for the player
     * @param time from when until when, counted likewise
     */
    public record Stretch(int at, String time) {}

    static RecordingMotion of(Recording recording, Locale language) {
        Optional<MotionMarks> marks = recording.motion();
        if (marks.isEmpty()) {
            String key = recording.cut() ? "recordings.motion.lost" : "recordings.motion.unwatched";
            return new RecordingMotion(Messages.text(language, key), "", "", List.of());
        }
        MotionMarks motion = marks.get();
        List<MovedSpan> spans = MovedSpan.of(motion.movedSeconds(), PAUSE);
        return new RecordingMotion(
                words(motion, language),
                blind(motion, language),
                MotionDrawing.recording(spans, Math.max(1, recording.duration().toMillis()) / 1000.0),
                spans.stream()
                        .map(span -> new Stretch(span.from(), clock(span.from()) + "–" + clock(span.until())))
                        .toList());
    }

    private static String words(MotionMarks motion, Locale language) {
        int seconds = motion.movedSeconds().cardinality();
        return seconds == 0
                ? Messages.text(language, "recordings.motion.none")
                : Messages.text(language, "recordings.motion.some", clock(seconds));
    }

    private static String blind(MotionMarks motion, Locale language) {
        return motion.blindMs() < WORTH_SAYING_MS
                ? ""
                : Messages.text(language, "recordings.motion.blind", motion.blindMs() / 1000.0);
    }

    private static String clock(int seconds) {
        return Wording.length(Duration.ofSeconds(seconds));
    }
}
