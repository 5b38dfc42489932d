/**
 * What a feature says when something was done that a tenant must be able to look up. Features note deeds through {@code TenantWork} and never
 * learn who keeps them; the feature {@code audit} reads them. See the decision on the audit log.
 */
@NullMarked
package io.vedette.hub.platform.deed;

import org.jspecify.annotations.NullMarked;
