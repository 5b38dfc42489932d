/**
 * Coming in through Keycloak and going out again, and what nobody gets without it.
 */
@NullMarked
package io.vedette.e2e.signin;

import org.jspecify.annotations.NullMarked;
