/**
 * The one way from the hub to an address that somebody wrote down. Nothing else opens such an address: what it may reach, how long it waits and what
 * it believes is decided here.
 */
@NullMarked
package io.vedette.hub.platform.outside;

import org.jspecify.annotations.NullMarked;
