/**
 * The audit log: what was done in a tenant, by whom, in a chain that shows when a row was changed or taken away. Reads what others note through
 * {@code TenantWork}; nobody imports this package. See the decision on the audit log.
 */
@NullMarked
package io.vedette.hub.audit;

import org.jspecify.annotations.NullMarked;
