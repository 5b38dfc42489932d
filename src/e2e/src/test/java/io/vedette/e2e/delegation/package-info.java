/**
 * Who sees what: a grant opens exactly what it names, everywhere, and its end closes it again.
 */
@NullMarked
package io.vedette.e2e.delegation;

import org.jspecify.annotations.NullMarked;
