/**
 * A real S3 server for tests. Whoever starts one brings S3Proxy and Amazon's SDK, which come to nobody else with this module. Knows neither camera nor
 * clip.
 */
@NullMarked
package io.vedette.lab.bucket;

import org.jspecify.annotations.NullMarked;
