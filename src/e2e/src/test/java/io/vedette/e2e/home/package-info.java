/** The first page against the lists that its numbers lead to. */
@NullMarked
package io.vedette.e2e.home;

import org.jspecify.annotations.NullMarked;
