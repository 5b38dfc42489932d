/** How a bench comes to a running hub: rows put into its database, people who sign in to it. */
@NullMarked
package io.vedette.bench.hub;

import org.jspecify.annotations.NullMarked;
