/**
 * Blobs in a folder. {@code <key>} is the blob itself, playable where it lies; {@code <key>.meta} beside it says length, hash and
 * type; {@code .incoming} holds what is not whole yet. A sidecar rather than extended attributes, because it survives copying,
 * archives, NFS and SMB; rather than a database, because then the folder is complete by itself.
 *
 * <p>Invariants: (1) no file is under a key before it is whole, right and synced; (2) its sidecar is there before it is; (3) what is
 * under a key is not changed. A sidecar alone, or a file in {@code .incoming} untouched for an hour, is what a crash leaves.
 * Many may read; one process writes. Only {@code vault}, {@code vault.disk} and the JDK are known here.
 */
@NullMarked
package io.vedette.vault.filesystem;

import org.jspecify.annotations.NullMarked;
