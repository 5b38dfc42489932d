package io.vedette.hub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What stands round the words of a problem, so that somebody who is signed in keeps the way to the other pages. */
public interface ProblemFrame {

    /**
     * The frame as templates know it; empty for nobody who is signed in, and whenever it cannot be had.
     *
     * @param address the path that was asked
     */
    Optional<Object> round(HttpServletRequest request, String address);
}
