/**
 * Tokens that people make for their own programs: a narrower self of one person in one tenant. Kept as a hash, checked at every
 * request, and worth nothing once the person is no member any more.
 */
@NullMarked
package io.vedette.hub.access.tokens;

import org.jspecify.annotations.NullMarked;
