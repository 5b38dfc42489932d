/**
 * Cameras with the agents in front of them, as people run them: what is where, what is up, arranging, pairing, handing out
 * the agent. Shows what {@code cameras}, {@code agents} and {@code recordings} know; no rule about access lives here.
 */
@NullMarked
package io.vedette.hub.fleet;

import org.jspecify.annotations.NullMarked;
