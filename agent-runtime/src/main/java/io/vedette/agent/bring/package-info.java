/**
 * Brings closed recordings to the vault of the site, when the hub says that there is one: one after the other, verified there,
 * and noted in the index here. Whether the vault is away, full or slow is the business of the one thread here; the hub's own
 * uploads go on beside it.
 */
@NullMarked
package io.vedette.agent.bring;

import org.jspecify.annotations.NullMarked;
