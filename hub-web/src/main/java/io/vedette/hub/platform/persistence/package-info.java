/**
 * The database: migration, pool, Hibernate, and the marking of every connection with its tenant.
 * The only place with Hibernate's own types and native SQL (besides the one predicate of {@code cameras.VisibleCameras}).
 * See the decision on tenant locks.
 */
@NullMarked
package io.vedette.hub.platform.persistence;

import org.jspecify.annotations.NullMarked;
