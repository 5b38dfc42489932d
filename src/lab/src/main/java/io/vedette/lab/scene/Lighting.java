package io.vedette.lab.scene;

/** The light on a place and the exposure, as one factor for each point and moment. No state: any moment may be asked for. */
interface Lighting {
    /** Whether the camera sees infrared at that moment. */
    default boolean infrared(double seconds) {
        return false;
    }

    /** What reflectance is multiplied by to give brightness, apart from the patch. */
    double gain(double seconds, double x, double y);

    /** What the patch of light with sharp edges adds to the factor. */
    default double patch(double seconds) {
        return 0;
    }

    static Lighting even(double gain) {
        return (seconds, x, y) -> gain;
    }
}
