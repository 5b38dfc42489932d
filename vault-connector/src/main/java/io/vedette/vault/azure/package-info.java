/**
 * Blobs in a container of Azure Blob Storage or of anything that speaks its REST, such as Azurite. A block blob is a blob of ours when it
 * carries the length and hash it was let in with as metadata; others in the container are left alone.
 *
 * <p>What goes up is read in blocks of 8 MiB into memory, each with its MD5, so that one can be sent again and none arrives bent; the
 * last is not staged before the hash of all is right, and blocks are nothing until they are committed. A key is written once by a
 * conditional request. Errors of the SDK end here, see {@code Faults}.
 *
 * <p>Of the SDK we take what has to be exact: signatures, signed addresses, XML. Requests go over a transport of our own
 * ({@code Transport}), for its limits and for the guard on addresses.
 *
 * <p>Accounts with a hierarchical namespace were not tried: they list in another order than by the bytes of a name.
 */
@NullMarked
package io.vedette.vault.azure;

import org.jspecify.annotations.NullMarked;
