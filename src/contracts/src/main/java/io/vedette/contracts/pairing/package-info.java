/**
 * How a new agent becomes one of a tenant's: the owner's token, the agent's own key, one request, one answer.
 * The token names its tenant in clear, so that the hub can look in the right place before anybody is logged in.
 */
@NullMarked
package io.vedette.contracts.pairing;

import org.jspecify.annotations.NullMarked;
