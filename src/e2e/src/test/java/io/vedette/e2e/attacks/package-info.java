/** What another site, a script in a page, or whoever sits at the browser next may not do: tried in a real browser. */
@NullMarked
package io.vedette.e2e.attacks;

import org.jspecify.annotations.NullMarked;
