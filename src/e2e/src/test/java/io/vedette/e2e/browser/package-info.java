/**
 * A real Chromium, driven as a person would drive it: finding it, signing in, going to pages.
 */
@NullMarked
package io.vedette.e2e.browser;

import org.jspecify.annotations.NullMarked;
