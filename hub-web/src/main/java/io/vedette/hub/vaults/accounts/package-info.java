/** Key pairs with which agents of another make and scripts send recordings: made, shown once, limited, taken back. */
@NullMarked
package io.vedette.hub.vaults.accounts;

import org.jspecify.annotations.NullMarked;
