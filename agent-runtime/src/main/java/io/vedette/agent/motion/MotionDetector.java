package io.vedette.agent.motion;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches decoded pictures: looks at one about every 0.2 s, after a first hit three times about every 0.1 s, and calls it
 * motion when somebody was clearly seen twice, or faintly three times, along a way that they can have gone. One thread.
 */
public final class MotionDetector implements AutoCloseable {
    // Slightly less than 0.2 s, so that at 10 pictures a second it is every second one and at 15 every third.
    private static final long STEP_NANOS = 180_000_000L;
    private static final long CLOSER_STEP_NANOS = 95_000_000L;
    private static final int CLOSER_LOOKS = 3;
    /** A lamp that goes on is not whole in the running mean at once. */
    private static final long SETTLE_NANOS = 200_000_000L;

    private final Supplier<BlockScores> engine;
    private final double evidenceNeeded;
    private final Trails trails = new Trails();
    private final MotionDecision decision;
    private final Rain rain = new Rain();
    private @Nullable BlockScores scores;
    private long lookedAt = Long.MIN_VALUE;
    private long firstHitAt = Long.MIN_VALUE;
    private int closerLooks;

    /**
     * @param engine asked once, at the first picture
     * @param clearHits along one way, to be believed: 2, or 1 where only key frames are seen and a second look comes late
     */
    public MotionDetector(Supplier<BlockScores> engine, int clearHits, MotionAreas areas) {
        this.engine = engine;
        this.evidenceNeeded = clearHits * MotionDecision.CLEAR;
        this.decision = new MotionDecision(areas);
    }

    /**
     * What a picture showed.
     *
     * @param takenNanos of this picture; all pictures up to it are decided
     * @param size the larger, the more of the picture moves
     * @param moved confirmed with this picture: the blocks, row by row; empty without motion
     * @param regions in which they moved, in the order in which they were declared
     */
    public record Look(long takenNanos, int size, BitSet moved, List<String> regions) {
        public boolean motion() {
            return !regions.isEmpty();
        }
    }

    /** In the dark noise hides people in the one picture or the other, so that more of them are looked at. */
    private boolean isDue(long takenNanos, boolean dark) {
        return lookedAt == Long.MIN_VALUE
                || takenNanos - lookedAt >= (closerLooks > 0 || dark ? CLOSER_STEP_NANOS : STEP_NANOS);
    }

    /** Empty when this picture is passed over. */
    public Optional<Look> look(LumaPicture picture) {
        if (scores == null) {
            scores = engine.get();
        }
        scores.add(picture);
        if (!isDue(picture.takenNanos(), scores.isDark())) {
            return Optional.empty();
        }
        double seconds = lookedAt == Long.MIN_VALUE ? 0.2 : Math.min((picture.takenNanos() - lookedAt) / 1e9, 2);
        lookedAt = picture.takenNanos();
        rain.look(scores, seconds);
        // What moves is new again when compared with its own first picture.
        BlockScores.Scores scored = scores.score(rain.falls(), closerLooks > 0 ? firstHitAt : Long.MIN_VALUE);
        boolean atOnce = closerLooks > 0 && picture.takenNanos() - firstHitAt < SETTLE_NANOS;
        MotionDecision.Verdict verdict = decision.decide(scores, scored, seconds, atOnce);
        scores.learn(verdict.active(), verdict.share(), verdict.shareUnderMotion());
        return Optional.of(confirm(picture.takenNanos(), verdict));
    }

    private Look confirm(long taken, MotionDecision.Verdict verdict) {
        List<MotionDecision.Moving> confirmed = trails.follow(verdict.moving(), taken).stream()
                .filter(one -> one.evidence() >= evidenceNeeded)
                .map(Trails.Followed::moving)
                .toList();
        if (closerLooks == 0 && verdict.moving().stream().anyMatch(MotionDecision.Moving::isClear)) {
            closerLooks = CLOSER_LOOKS;
            firstHitAt = taken;
        } else {
            closerLooks = Math.max(0, closerLooks - 1);
        }
        BitSet moved = new BitSet();
        confirmed.forEach(moving -> moved.or(moving.blocks()));
        List<String> regions =
                confirmed.stream().map(MotionDecision.Moving::region).distinct().toList();
        return new Look(taken, verdict.size(), moved, regions);
    }

    @Override
    public void close() {
        if (scores != null) {
            scores.close();
        }
    }
}
