/** The roles of a tenant: what each may, and those it makes for itself. */
@NullMarked
package io.vedette.hub.people.roles;

import org.jspecify.annotations.NullMarked;
