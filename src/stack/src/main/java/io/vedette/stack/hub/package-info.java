/**
 * The hub on Payara Micro. Its settings are environment; its secrets never stand in its arguments.
 */
@NullMarked
package io.vedette.stack.hub;

import org.jspecify.annotations.NullMarked;
