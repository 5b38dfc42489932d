/** Keeping what an engine found, and reading it. */
@NullMarked
package io.vedette.hub.analysis.control;

import org.jspecify.annotations.NullMarked;
