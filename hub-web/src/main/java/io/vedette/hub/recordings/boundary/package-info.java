/**
 * Where recordings meet HTTP: pages, the interface, the agents' intake, media bytes. Parses, delegates, draws; decides nothing.
 */
@NullMarked
package io.vedette.hub.recordings.boundary;

import org.jspecify.annotations.NullMarked;
