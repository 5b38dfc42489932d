/**
 * How long recordings are kept. Owners set rules; a nightly job looks what has to go by them and marks it, unless it is on hold; what is marked is thrown away in
 * steps that can be done again. Without a rule nothing is ever deleted. What lies at the edge is the agent's affair.
 */
@NullMarked
package io.vedette.hub.retention;

import org.jspecify.annotations.NullMarked;
