/**
 * What it takes for a file to survive a power cut on POSIX file systems: private modes, fsync, rename, fsync of the folder.
 * For the file system provider and the intake; knows nothing of blobs or uploads. An fsync that fails is never tried again:
 * the kernel may have dropped the dirty pages, and the second try would lie.
 */
@NullMarked
package io.vedette.vault.disk;

import org.jspecify.annotations.NullMarked;
