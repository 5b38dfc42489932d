/**
 * Compares what lies in a store with the list of what should: both by folder, a month of a camera at a time, so that neither has to fit into memory and a
 * comparison that was broken off goes on where it was. Reports, and changes nothing. Knows neither the database nor whose the list is.
 */
@NullMarked
package io.vedette.vault.reconcile;

import org.jspecify.annotations.NullMarked;
