package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * From the scores of one picture's blocks to a verdict. Each block has a threshold of its own: a floor that falls with the
 * light, or so many deviations above what is usual there, whichever is more. How the numbers were chosen, and what they miss,
 * is told in {@code design/motion.md}.
 */
final class MotionDecision {
    /** In grey levels, for a picture of FULL_LIGHT or more; a darker one has less of everything. */
    private static final double FLOOR = 3;

    private static final double LEAST_FLOOR = 0.5;
    private static final double FULL_LIGHT = 80;
    private static final double DEVIATIONS = 5;
    private static final double RECENT_DEVIATIONS = 3.5;
    /** So far above what is usual from one moment to the next, something moves however restless the background is. */
    private static final double SURELY = 8;

    private static final double USUAL_SECONDS = 4;
    private static final double BACKGROUND_SECONDS = 3;
    private static final double BACKGROUND_SECONDS_ACTIVE = 15;
    private static final double LEARN_FIRST_SECONDS = 4;
    private static final double RELEARN_SECONDS = 0.7;
    /** Share of the blocks that nobody but the light, or whoever turns the camera, changes at once. */
    private static final double SCENE_CHANGE = 0.33;
    /** A single block this many times as far above its mean as its threshold is as good as two. */
    private static final double LONELY = 1.5;
    /** Twice seen is believed. */
    static final double CLEAR = 0.5;
    /** A single block that is hardly enough is seen three times before it is believed. */
    static final double FAINT = 0.34;
    /** Of the threshold, against a recent picture, so that a parked thing or a ghost of one is no motion. */
    private static final double MOVES_NOW = 0.6;
    /** Of the score against the background: what moves is new within a moment, the edge of a cloud is not. */
    private static final double QUICK = 0.6;
    /** The same, of all blocks of a hit together. */
    private static final double QUICK_AS_A_WHOLE = 0.3;
    /**
     * The same in a picture that follows closely on the first one: of a lamp that goes on the running mean shows
     * the first half at once and the other then, and whoever hurries is elsewhere.
     */
    private static final double QUICK_AT_ONCE = 0.85;

    /** Of the score: less is left of it by the edge of a shadow that is softer than a block is wide. */
    private static final double UNEVEN = 0.35;

    private final List<RegionBlocks> regions;
    private final UsualScores usual = new UsualScores();
    private final UsualScores usualRecent = new UsualScores();
    private final Foliage foliage = new Foliage();
    private final double[] threshold = new double[BLOCKS];
    private final double[] difference = new double[BLOCKS];
    private final boolean[] active = new boolean[BLOCKS];
    private final boolean[] watched = new boolean[BLOCKS];
    private final double[] sorted = new double[BLOCKS];

    private double floor;
    private double learnSeconds;
    private boolean begun;

    MotionDecision(MotionAreas areas) {
        regions = areas.regions().stream().map(RegionBlocks::new).toList();
    }

    /**
     * Blocks that touch and move, in one region.
     *
     * @param evidence how far this goes towards being believed: two clear ones or three faint ones make 1
     */
    record Moving(String region, BitSet blocks, double evidence) {
        boolean isClear() {
            return evidence >= CLEAR;
        }
    }

    /**
     * @param moving what moves in this one picture
     * @param size number of active blocks, for choosing the most telling picture
     * @param share of the picture to be taken into the background, and the same under active blocks
     */
    record Verdict(List<Moving> moving, int size, boolean[] active, double share, double shareUnderMotion) {}

    /**
     * @param seconds since the picture before
     * @param atOnce the picture follows so closely on a first hit that the same light may still be coming
     */
    Verdict decide(BlockScores engine, BlockScores.Scores scores, double seconds, boolean atOnce) {
        int count = mark(scores);
        if (!begun || learnSeconds <= 0 && count > BLOCKS * SCENE_CHANGE) {
            // This picture is the new background; its scores are the change itself and say nothing of the usual noise.
            learnSeconds = begun ? RELEARN_SECONDS : LEARN_FIRST_SECONDS;
            begun = true;
            Arrays.fill(active, false);
            return new Verdict(List.of(), 0, active, 1, 1);
        }
        if (learnSeconds > 0) {
            learnSeconds -= seconds;
            return learn(scores, seconds);
        }
        List<Moving> moving = moving(engine, scores, atOnce);
        usual.learn(scores.background(), share(seconds, USUAL_SECONDS), active);
        usualRecent.learn(scores.recent(), share(seconds, USUAL_SECONDS));
        foliage.learn(scores.recent(), seconds);
        return new Verdict(
                moving, count, active, share(seconds, BACKGROUND_SECONDS), share(seconds, BACKGROUND_SECONDS_ACTIVE));
    }

    private int mark(BlockScores.Scores scores) {
        System.arraycopy(scores.brightness(), 0, sorted, 0, BLOCKS);
        Arrays.sort(sorted);
        floor = Math.max(LEAST_FLOOR, FLOOR * Math.min(1, sorted[BLOCKS / 2] / FULL_LIGHT));
        for (int i = 0; i < BLOCKS; i++) {
            threshold[i] = Math.max(floor, usual.above(i, DEVIATIONS));
            double sure = Math.max(floor, usualRecent.above(i, SURELY));
            if (scores.recent()[i] > sure) {
                threshold[i] = floor;
            }
        }
        foliage.shelter(scores.recent(), floor, scores.texture(), threshold);
        int count = 0;
        for (int i = 0; i < BLOCKS; i++) {
            active[i] = scores.background()[i] > threshold[i];
            count += active[i] ? 1 : 0;
        }
        return count;
    }

    /** At the start and after a scene change whatever is seen is background, and whatever goes on is usual there. */
    private Verdict learn(BlockScores.Scores scores, double seconds) {
        usual.begin(scores.background(), share(seconds, USUAL_SECONDS / 4));
        usualRecent.begin(scores.recent(), share(seconds, USUAL_SECONDS / 4));
        Arrays.fill(active, false);
        double pace = share(seconds, RELEARN_SECONDS);
        return new Verdict(List.of(), 0, active, pace, pace);
    }

    private List<Moving> moving(BlockScores engine, BlockScores.Scores scores, boolean atOnce) {
        List<Moving> found = new ArrayList<>();
        for (RegionBlocks region : regions) {
            Arrays.fill(watched, false);
            for (int i = 0; i < BLOCKS; i++) {
                watched[i] = region.holds(i) && scores.background()[i] > threshold[i] * region.threshold();
            }
            if (groups(region, scores, atOnce).isEmpty()) {
                continue;
            }
            engine.unevenlyLit(watched, difference);
            for (int i = 0; i < BLOCKS; i++) {
                watched[i] &= difference[i] > UNEVEN * scores.background()[i];
            }
            engine.displaced(watched, difference);
            for (int i = 0; i < BLOCKS; i++) {
                watched[i] &= difference[i] > threshold[i] * region.threshold();
            }
            groups(region, scores, atOnce)
                    .forEach(blocks -> found.add(new Moving(region.name(), blocks, evidence(blocks, region, engine))));
        }
        return found;
    }

    private double evidence(BitSet blocks, RegionBlocks region, BlockScores engine) {
        boolean two = blocks.stream().anyMatch(i -> blocks.stream().anyMatch(k -> engine.areApart(i, k)));
        boolean clear = two || blocks.stream().anyMatch(i -> isStrong(i, difference[i], region));
        return clear ? CLEAR : FAINT;
    }

    /** Of the groups of watched blocks those that are large enough and differ from a moment ago as well. */
    private List<BitSet> groups(RegionBlocks region, BlockScores.Scores scores, boolean atOnce) {
        double quick = atOnce ? QUICK_AT_ONCE : QUICK_AS_A_WHOLE;
        return BlockGroups.of(watched).stream()
                .filter(group -> region.isLargeEnough(group.cardinality()))
                .filter(group -> group.stream().anyMatch(i -> movesNow(i, region, scores)))
                .filter(group -> strength(group, scores.recent()) > quick * strength(group, scores.background()))
                .toList();
    }

    private static double strength(BitSet group, double[] score) {
        return Math.sqrt(group.stream().mapToDouble(i -> score[i] * score[i]).sum());
    }

    private boolean isStrong(int i, double score, RegionBlocks region) {
        double mean = Math.min(usual.mean(i), threshold[i]);
        return score - mean > LONELY * (threshold[i] * region.threshold() - mean);
    }

    private boolean movesNow(int i, RegionBlocks region, BlockScores.Scores scores) {
        double least = Math.max(MOVES_NOW * threshold[i], usualRecent.above(i, RECENT_DEVIATIONS));
        least = Math.max(least, QUICK * scores.background()[i] / region.threshold());
        return scores.recent()[i] > least * region.threshold();
    }

    /** How much of the new an exponential mean takes in after that time. */
    private static double share(double seconds, double constant) {
        return 1 - Math.exp(-seconds / constant);
    }
}
