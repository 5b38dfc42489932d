/** What the providers on Amazon's SDK share. Nothing but them comes in. */
@NullMarked
package io.vedette.vault.amazon;

import org.jspecify.annotations.NullMarked;
