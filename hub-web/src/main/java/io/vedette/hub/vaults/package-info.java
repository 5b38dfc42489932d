/**
 * Where recordings are kept: the hub's own folder, and what an owner brings. A storage provider is a row with its keys sealed; {@code Stores} opens
 * what recordings need of it. New recordings go to the tenant's main provider, or into the folder while there is none; each recording knows where it went, so
 * a change of the main one moves nothing.
 */
@NullMarked
package io.vedette.hub.vaults;

import org.jspecify.annotations.NullMarked;
