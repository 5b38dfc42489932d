/**
 * Cameras that send JPEG after JPEG in one answer of HTTP. Bytes in, whole pictures out; what is in them is looked at
 * elsewhere. Whatever answers is hostile: every part has a largest size, and nobody may send us to somebody else.
 */
@NullMarked
package io.vedette.agent.camera.jpeg;

import org.jspecify.annotations.NullMarked;
