/**
 * Blobs in a bucket of anything that speaks Amazon's S3: AWS, MinIO, Ceph, Storj, Google's XML API. An object is a blob when it
 * carries the length and hash it was let in with as metadata; others in the bucket are left alone and not seen.
 *
 * <p>What goes up is read in parts of 8 MiB into memory, so that a part can be sent again, and the last part is not sent before
 * the hash of all is right: nothing is under a key before it is whole. A key is written once by a conditional request; a store
 * that ignores the condition still has no second writer within this process. What others send in parts
 * ({@code S3Parts}) lies there marked as unread until it was read, and is no blob before. Errors of the SDK end here, see {@code Faults}.
 */
@NullMarked
package io.vedette.vault.s3;

import org.jspecify.annotations.NullMarked;
