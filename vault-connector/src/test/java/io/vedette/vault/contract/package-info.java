/**
 * What every provider must do, as tests. A provider's test class implements {@link io.vedette.vault.contract.BlobStoreContract} and
 * gives its {@code testee()}; there is nothing to switch off. Shipped as this module's test jar.
 */
package io.vedette.vault.contract;
