package io.vedette.lab.scene;

/** What troubles a made scene while people pass in it. */
public enum Disturbance {
    /** Daylight, a good sensor, no wind. */
    CALM,
    /** Daylight with sensor noise of 3 to 16 grey levels, part of it in blotches. */
    NOISE,
    /** A lamp goes on and off in the evening, with a soft cone or a patch with sharp edges; the exposure follows. */
    LIGHT_SWITCH,
    /** The infrared filter goes out and in: dark, then the other spectrum with an exposure far too long for a moment. */
    IR_CUT,
    /** Streaks, near ones wide and faint; heavier and lighter by turns. */
    RAIN,
    /** A tree in a breeze, with gusts of some seconds out of nothing. */
    GUSTS,
    /** Lamps on mains: brightness jumps from picture to picture, and bands run through it. */
    LAMP_FLICKER,
    /** Shadows of clouds drift over the place. */
    CLOUDS,
    /** An eighth to a quarter of the light, and a sensor that is turned up. */
    NIGHT
}
