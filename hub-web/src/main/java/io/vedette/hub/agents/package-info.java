/**
 * The agents in front of the cameras: pairing, their one control link each, who is online, tickets for what they send.
 * Other features listen through {@code AgentNews} and speak through {@code AgentLinks}; none of them sees a socket.
 */
@NullMarked
package io.vedette.hub.agents;

import org.jspecify.annotations.NullMarked;
