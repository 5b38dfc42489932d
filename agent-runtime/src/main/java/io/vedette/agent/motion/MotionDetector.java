package io.vedette.agent.motion;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches decoded pictures: looks at one about every 0.2 s, after a first hit at the next three whatever their distance,
 * and calls it motion when two of the last three pictures looked at were hits. One thread.
 */
public final class MotionDetector implements AutoCloseable {
    // Slightly less than 0.2 s, so that at 10 pictures a second it is every second one and at 15 every third.
    private static final long STEP_NANOS = 180_000_000L;
    private static final int CLOSER_LOOKS = 3;

    private final Supplier<BlockScores> engine;
    private final int hitsNeeded;
    private final MotionDecision decision = new MotionDecision();
    private @Nullable BlockScores scores;
    private long lookedAt = Long.MIN_VALUE;
    private int closerLooks;
    private int lastThree;

    /**
     * @param engine asked once, at the first picture
     * @param hitsNeeded of the last three looks: 2, or 1 where only key frames are seen and a second look comes late
     */
    public MotionDetector(Supplier<BlockScores> engine, int hitsNeeded) {
        this.engine = engine;
        this.hitsNeeded = hitsNeeded;
    }

    /**
     * What a picture showed.
     *
     * @param motion true when motion is confirmed with this picture
     * @param takenNanos of this picture; all pictures up to it are decided
     * @param size the larger, the more of the picture moves
     */
    public record Look(boolean motion, long takenNanos, int size) {}

    /** Empty when this picture is passed over. */
    public Optional<Look> look(LumaPicture picture) {
        long since = lookedAt == Long.MIN_VALUE ? Long.MAX_VALUE : picture.takenNanos() - lookedAt;
        if (closerLooks == 0 && since < STEP_NANOS || since <= 0) {
            return Optional.empty();
        }
        if (scores == null) {
            scores = engine.get();
        }
        double seconds = lookedAt == Long.MIN_VALUE ? 0.2 : Math.min(since / 1e9, 2);
        lookedAt = picture.takenNanos();
        MotionDecision.Verdict verdict = decision.decide(scores.score(picture), seconds);
        scores.learn(verdict.active(), verdict.share(), verdict.shareUnderMotion());
        lastThree = (lastThree << 1 | (verdict.hit() ? 1 : 0)) & 0b111;
        closerLooks = verdict.hit() && closerLooks == 0 ? CLOSER_LOOKS : Math.max(0, closerLooks - 1);
        boolean motion = verdict.hit() && Integer.bitCount(lastThree) >= hitsNeeded;
        return Optional.of(new Look(motion, picture.takenNanos(), verdict.size()));
    }

    @Override
    public void close() {
        if (scores != null) {
            scores.close();
        }
    }
}
