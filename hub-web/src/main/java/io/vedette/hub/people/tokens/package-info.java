/** People's own tokens for their programs, as pages and as documents. */
@NullMarked
package io.vedette.hub.people.tokens;

import org.jspecify.annotations.NullMarked;
