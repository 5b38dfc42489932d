/**
 * Where recordings live. {@link io.vedette.vault.BlobStore} is the port; each provider has a package of its own and is held to
 * the same contract (the module's test jar, {@code io.vedette.vault.contract}). Used by the hub and by the edge.
 * Knows the JDK and the ids; never a provider: no provider's type and no provider's exception leaves its package.
 */
@NullMarked
package io.vedette.vault;

import org.jspecify.annotations.NullMarked;
