/**
 * Which addresses may be reached from here: what a user typed must not lead into the operator's own network. Shared by the
 * providers. Knows the JDK alone.
 */
@NullMarked
package io.vedette.vault.net;

import org.jspecify.annotations.NullMarked;
