/**
 * The hub in figures, for Prometheus: one registry, read at {@code /metrics} by whoever holds the token. A feature that has
 * something to count puts a {@code MeterBinder} beside it or counts by itself. Labels are few and never name a tenant, a
 * person or a camera.
 */
@NullMarked
package io.vedette.hub.platform.metrics;

import org.jspecify.annotations.NullMarked;
