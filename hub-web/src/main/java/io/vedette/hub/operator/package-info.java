/**
 * For whoever runs the hub for many tenants: which there are, how much each uses, and how much it may. Numbers only: nothing here
 * reads a name, a picture or a person of a tenant, and nothing here opens one. See the decision on operators.
 */
@NullMarked
package io.vedette.hub.operator;

import org.jspecify.annotations.NullMarked;
