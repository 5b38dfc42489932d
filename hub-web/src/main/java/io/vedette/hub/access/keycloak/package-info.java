/**
 * Accounts out of Keycloak, over its admin interface. The only place that knows Keycloak's own ways; everything else speaks
 * OpenID Connect to an identity provider.
 */
@NullMarked
package io.vedette.hub.access.keycloak;

import org.jspecify.annotations.NullMarked;
