/**
 * Every page drawn from samples, without a server: words, markup and ids are checked, and the drawings lie in
 * {@code target/pages} to be looked at.
 */
@NullMarked
package io.vedette.hub.pages;

import org.jspecify.annotations.NullMarked;
