/**
 * What an agent costs, beside other programs that do the same with the same stream at the same time: processes of their own,
 * nothing of a hub.
 */
@NullMarked
package io.vedette.bench.agent;

import org.jspecify.annotations.NullMarked;
