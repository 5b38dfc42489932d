/**
 * Where recordings live. {@code BlobStore} is the port; each provider has a package of its own and is held to the same contract.
 * Used by the hub and by the edge. No provider's type and no provider's exception leaves its package.
 */
@NullMarked
package io.vedette.vault;

import org.jspecify.annotations.NullMarked;
