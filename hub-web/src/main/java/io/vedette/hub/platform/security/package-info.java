/**
 * Signing in: our own Jakarta Security mechanism over the identity provider's OpenID Connect (authorization code with PKCE).
 * The provider says who somebody is and which organisations they belong to; what they may do is decided in {@code access} and {@code cameras}.
 */
@NullMarked
package io.vedette.hub.platform.security;

import org.jspecify.annotations.NullMarked;
