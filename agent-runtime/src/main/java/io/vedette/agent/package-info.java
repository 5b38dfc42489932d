/**
 * The edge agent: one process, one camera. This room holds only the composition root and the command line.
 */
@NullMarked
package io.vedette.agent;

import org.jspecify.annotations.NullMarked;
