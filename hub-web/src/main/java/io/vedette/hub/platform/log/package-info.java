/**
 * What the hub writes down: for people as the server words it, for programs a JSON object a line with the request and the tenant
 * it was about. Nothing secret is handed to a logger: secrets are of a type that does not show itself, and addresses are
 * written without what stands behind the question mark.
 */
@NullMarked
package io.vedette.hub.platform.log;

import org.jspecify.annotations.NullMarked;
