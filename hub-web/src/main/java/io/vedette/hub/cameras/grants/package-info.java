/**
 * Delegation: grants, the teams that hold some of them, and passing on. What a grant comes to is decided elsewhere, in
 * {@code VisibleCameras}, which reads these rows.
 */
@NullMarked
package io.vedette.hub.cameras.grants;

import org.jspecify.annotations.NullMarked;
