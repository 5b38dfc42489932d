/**
 * The edge of the demo: test cameras, and agents that pair through the hub's own door before they run.
 */
@NullMarked
package io.vedette.stack.edge;

import org.jspecify.annotations.NullMarked;
