package io.vedette.agent.motion;

import java.util.List;

/**
 * Where motion is looked for.
 *
 * @param regions at least one; they may overlap
 * @param masks never looked at, whatever region they lie in
 */
public record MotionAreas(List<Region> regions, List<Polygon> masks) {
    public static final int MOST_REGIONS = 8;
    public static final int MOST_MASKS = 8;
    public static final MotionAreas WHOLE_PICTURE = new MotionAreas(List.of(Region.WHOLE_PICTURE), List.of());

    /** @throws IllegalArgumentException with a sentence that says what is wrong with them */
    public MotionAreas {
        regions = List.copyOf(regions);
        masks = List.copyOf(masks);
        if (regions.isEmpty() || regions.size() > MOST_REGIONS) {
            throw new IllegalArgumentException("there may be 1 to " + MOST_REGIONS + " regions.");
        }
        if (masks.size() > MOST_MASKS) {
            throw new IllegalArgumentException("there may be at most " + MOST_MASKS + " masks.");
        }
        if (regions.stream().map(Region::name).distinct().count() < regions.size()) {
            throw new IllegalArgumentException("two regions have the same name.");
        }
    }
}
