package io.vedette.lab.camera;

/** What the test camera says it offers to those who ask from now on. */
public enum Offer {
    /** H.264 with sound. */
    USUAL,
    /** A picture in a form that our agent does not take. */
    VP8,
    /** Sound without a picture. */
    SOUND_ONLY,
    /** Every picture is the small one. */
    SMALL
}
