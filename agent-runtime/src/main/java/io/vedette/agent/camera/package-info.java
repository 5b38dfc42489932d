/**
 * The camera in front of this agent: its address, its connection that is renewed for ever, and the one chain from its
 * packets to live viewers and recordings ({@link io.vedette.agent.camera.EdgeCamera} is the door).
 *
 * <p>The camera's password comes in here and leaves only towards the camera.
 */
@NullMarked
package io.vedette.agent.camera;

import org.jspecify.annotations.NullMarked;
