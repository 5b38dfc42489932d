/**
 * Compares what lies in a tenant's places with its recordings, when an owner asks for it, and reports what is missing, extra or other than it was. Deletes and
 * mends nothing. A comparison is a row that the hub at work holds for a while: one that died is taken over by whoever looks next.
 */
@NullMarked
package io.vedette.hub.reconcile;

import org.jspecify.annotations.NullMarked;
