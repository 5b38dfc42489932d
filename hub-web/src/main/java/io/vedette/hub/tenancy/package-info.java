/**
 * Tenants themselves: the list all upkeep loops over, and what each is called. Holds nothing that belongs to one of them.
 */
@NullMarked
package io.vedette.hub.tenancy;

import org.jspecify.annotations.NullMarked;
