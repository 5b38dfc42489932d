/**
 * Keycloak from its distribution: unpacked and built once, started as a child; the realm of the demo, kept in step with its template.
 */
@NullMarked
package io.vedette.stack.keycloak;

import org.jspecify.annotations.NullMarked;
