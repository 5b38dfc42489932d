package io.vedette.lab.camera;

/** How one connection asks who is there. */
sealed interface LoginCheck permits DigestCheck, BasicCheck {
    /** The value of {@code WWW-Authenticate}. */
    String challenge();

    boolean accepts(RtspRequest request);
}
