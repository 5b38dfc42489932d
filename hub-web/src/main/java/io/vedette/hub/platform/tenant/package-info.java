/**
 * The one door to a tenant's data: {@code TenantWork}. Pages, sockets, timers and jobs all come through here.
 * There is no other way to a session, and no session without a tenant.
 */
@NullMarked
package io.vedette.hub.platform.tenant;

import org.jspecify.annotations.NullMarked;
