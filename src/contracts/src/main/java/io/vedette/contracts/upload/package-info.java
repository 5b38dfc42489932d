/** What agent and hub say to each other over HTTPS of a recording whose bytes go straight to the store, as JSON documents. */
@NullMarked
package io.vedette.contracts.upload;

import org.jspecify.annotations.NullMarked;
