/**
 * Secrets that the hub has to read again, closed for whoever only has a copy of the database. Each tenant has a key of its own, sealed with the
 * hub's key from the settings; a secret is sealed with the tenant's key and bound to what it belongs to, so that it opens nowhere else.
 */
@NullMarked
package io.vedette.hub.platform.seal;

import org.jspecify.annotations.NullMarked;
