/**
 * Sites, groups, cameras, and grants: who may do what with which camera.
 * {@code VisibleCameras} is the one predicate that decides; every query about a camera or anything of a camera uses it.
 */
@NullMarked
package io.vedette.hub.cameras;

import org.jspecify.annotations.NullMarked;
