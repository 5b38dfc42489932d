package io.vedette.agent.motion;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches decoded pictures: looks at one about every 0.2 s, after a first hit three times about every 0.1 s, and calls it
 * motion when two of the last three pictures looked at were hits in the same place or beside it. One thread.
 */
public final class MotionDetector implements AutoCloseable {
    // Slightly less than 0.2 s, so that at 10 pictures a second it is every second one and at 15 every third.
    private static final long STEP_NANOS = 180_000_000L;
    private static final long CLOSER_STEP_NANOS = 95_000_000L;
    private static final int CLOSER_LOOKS = 3;
    /** A lamp that goes on is not whole in the running mean at once. */
    private static final long SETTLE_NANOS = 50_000_000L;

    /** In blocks: who runs is not in the same place again, but close to it. */
    private static final int NEAR = 1;

    private final Supplier<BlockScores> engine;
    private final int hitsNeeded;
    private final MotionDecision decision;
    private final Rain rain = new Rain();
    private @Nullable BlockScores scores;
    private long lookedAt = Long.MIN_VALUE;
    private long firstHitAt = Long.MIN_VALUE;
    private int closerLooks;
    private boolean dark;
    private final BitSet[] lastHits = {new BitSet(), new BitSet()};

    /**
     * @param engine asked once, at the first picture
     * @param hitsNeeded of the last three looks: 2, or 1 where only key frames are seen and a second look comes late
     */
    public MotionDetector(Supplier<BlockScores> engine, int hitsNeeded, MotionAreas areas) {
        this.engine = engine;
        this.hitsNeeded = hitsNeeded;
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

    private boolean isDue(long takenNanos) {
        return lookedAt == Long.MIN_VALUE
                || takenNanos - lookedAt >= (closerLooks > 0 ? CLOSER_STEP_NANOS : STEP_NANOS);
    }

    /** Empty when this picture is passed over. */
    public Optional<Look> look(LumaPicture picture) {
        if (scores == null) {
            scores = engine.get();
        }
        scores.add(picture);
        if (!isDue(picture.takenNanos())) {
            return Optional.empty();
        }
        double seconds = lookedAt == Long.MIN_VALUE ? 0.2 : Math.min((picture.takenNanos() - lookedAt) / 1e9, 2);
        lookedAt = picture.takenNanos();
        rain.look(scores, seconds);
        // A lamp that went on is new once; what moves is new again when compared with its own first picture.
        // In the dark people are so faint that the earliest comparison is needed to see them at all.
        long sinceHit = firstHitAt + (dark ? 0 : SETTLE_NANOS);
        BlockScores.Scores scored = scores.score(rain.falls(), closerLooks > 0 ? sinceHit : Long.MIN_VALUE);
        dark = scored.dark();
        MotionDecision.Verdict verdict = decision.decide(scores, scored, seconds);
        scores.learn(verdict.active(), verdict.share(), verdict.shareUnderMotion());
        return Optional.of(confirm(picture.takenNanos(), verdict));
    }

    private Look confirm(long taken, MotionDecision.Verdict verdict) {
        BitSet before = new BitSet();
        before.or(lastHits[0]);
        before.or(lastHits[1]);
        List<MotionDecision.Moving> confirmed = verdict.moving().stream()
                .filter(moving -> hitsNeeded == 1
                        || BlockGroups.widened(moving.blocks(), NEAR).intersects(before))
                .toList();
        BitSet hit = new BitSet();
        verdict.moving().forEach(moving -> hit.or(moving.blocks()));
        lastHits[0] = lastHits[1];
        lastHits[1] = hit;
        if (!hit.isEmpty() && closerLooks == 0) {
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
