/**
 * Who somebody is to a tenant: person, role, viewer. People themselves live in the identity provider.
 * What a viewer may see of cameras is decided in {@code cameras.VisibleCameras}, nowhere else.
 */
@NullMarked
package io.vedette.hub.access;

import org.jspecify.annotations.NullMarked;
