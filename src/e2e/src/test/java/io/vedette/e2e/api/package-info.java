/**
 * The hub's interface for programs, its media bytes and its sockets, with a person's session or without one.
 */
@NullMarked
package io.vedette.e2e.api;

import org.jspecify.annotations.NullMarked;
