/**
 * Identities: a record per kind of thing, so that a camera's id can never be passed where an agent's is meant.
 * All are UUIDs of version 7 (RFC 9562, section 5.7): sortable by birth, 74 random bits. Knowing an id grants nothing.
 */
@NullMarked
package io.vedette.contracts.id;

import org.jspecify.annotations.NullMarked;
