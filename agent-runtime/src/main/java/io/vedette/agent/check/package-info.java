/**
 * The command {@code check}: proves to a person that what the edge keeps is in order. It looks and never mends.
 */
@NullMarked
package io.vedette.agent.check;

import org.jspecify.annotations.NullMarked;
