/** A real S3 server for tests, of this module and of those that keep recordings in a bucket. Shipped as this module's test jar. */
package io.vedette.vault.bucket;
