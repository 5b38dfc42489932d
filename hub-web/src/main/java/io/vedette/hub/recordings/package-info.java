/**
 * What cameras recorded: the index that agents report, the way of a recording from the edge into the vault, playing it.
 * {@code entity} holds rows and their rules, {@code control} the use cases, {@code boundary} pages, interface, intake and
 * media bytes. Every question about a recording begins with a viewer, or with a tenant when no person asks.
 */
@NullMarked
package io.vedette.hub.recordings;

import org.jspecify.annotations.NullMarked;
