/**
 * The interface for programs, described and tried out: Swagger UI over the document at {@code /openapi}, which
 * is {@code META-INF/openapi.yaml} as it is written. Depends on no other feature.
 */
@NullMarked
package io.vedette.hub.reference;

import org.jspecify.annotations.NullMarked;
