/**
 * What a service manager or a proxy asks: does the hub live, can it work. Open to strangers, so there is nothing in the answers but
 * the names of the parts and whether they work.
 */
@NullMarked
package io.vedette.hub.platform.health;

import org.jspecify.annotations.NullMarked;
