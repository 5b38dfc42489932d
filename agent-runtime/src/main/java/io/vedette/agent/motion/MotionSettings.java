package io.vedette.agent.motion;

/** How motion is looked for at one camera. */
public record MotionSettings(MotionMode mode, MotionAreas areas) {
    public static final MotionSettings USUAL = new MotionSettings(MotionMode.EVERY_FRAME, MotionAreas.WHOLE_PICTURE);
}
